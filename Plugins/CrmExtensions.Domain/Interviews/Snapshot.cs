using CrmExtensions.Texts;

namespace CrmExtensions.Interviews;

/// <summary>What was true at close stays as it was taken, so that roll-ups never move when people or accounts do (product.md 5.2).</summary>
public static class Snapshot
{
    /// <summary>Why the changes are refused, naming every column at once; empty where they are allowed.</summary>
    /// <param name="changes">The columns that would change.</param>
    /// <param name="byMerge">Whether the platform merges two rows: then lookups follow.</param>
    /// <param name="byServer">Whether the server completes the snapshot: then what is still empty may be filled.</param>
    public static Refusal? Judge(IEnumerable<SnapshotChange> changes, bool byMerge = false, bool byServer = false)
    {
        var refused = changes.Where(change => !IsAllowed(change, byMerge, byServer)).Select(change => change.Label).ToList();
        return refused.Count == 0 ? null : new Refusal(Text.SnapshotIsFixed, refused);
    }

    private static bool IsAllowed(SnapshotChange change, bool byMerge, bool byServer) =>
        change.WasFilled ? change.IsLookup && (byMerge || !change.IsFilled) : byServer || !change.IsFilled;
}
