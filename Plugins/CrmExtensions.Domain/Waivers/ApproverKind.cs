namespace CrmExtensions.Waivers;

/// <summary>What an approver is named for; the numbers are stored, as offsets of the choice (product.md 5.1, wl_approver).</summary>
public enum ApproverKind
{
    Head = 0,
    Delegate = 1,
}
