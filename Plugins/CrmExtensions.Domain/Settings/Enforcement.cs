namespace CrmExtensions.Settings;

/// <summary>What happens when somebody over the overdue limit closes a deal; the numbers are stored, as offsets of the choice (product.md 6, B2).</summary>
public enum Enforcement
{
    Off = 0,
    Warn = 1,
    Block = 2,
}
