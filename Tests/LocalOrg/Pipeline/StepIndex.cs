using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Pipeline;

/// <summary>Steps by message and table. One without a table is called for every table (PD/register-plug-in.md, "Primary Entity").</summary>
internal sealed class StepIndex
{
    private readonly Dictionary<(string Message, string Table), IReadOnlyList<Step>> byTable;
    private readonly Dictionary<string, IReadOnlyList<Step>> everywhere;
    private readonly HashSet<(string Message, string Table)> bulk;
    private readonly HashSet<string> bulkEverywhere;
    private readonly HashSet<string> messages;

    public StepIndex(IReadOnlyList<Step> all)
    {
        All = all;
        messages = [.. all.Select(step => step.Message)];
        everywhere = all.Where(IsEverywhere).GroupBy(step => step.Message).ToDictionary(steps => steps.Key, Ranked);
        byTable = all.Where(step => !IsEverywhere(step))
            .Select(step => (step.Message, step.Table))
            .Distinct()
            .ToDictionary(key => key, key => Ranked(all.Where(step => step.Message == key.Message && (step.Table == key.Table || IsEverywhere(step)))));
        bulk = [.. byTable.Keys.Where(key => BulkEvent.Is(key.Message)).Select(key => (BulkEvent.SingleOf(key.Message), key.Table))];
        bulkEverywhere = [.. everywhere.Keys.Where(BulkEvent.Is).Select(BulkEvent.SingleOf)];
    }

    public IReadOnlyList<Step> All { get; }

    public bool Knows(string message) => messages.Contains(message);

    public IReadOnlyList<Step> Of(string message, string table) =>
        byTable.TryGetValue((message, table), out var ofTable) ? ofTable : everywhere.GetValueOrDefault(message, []);

    /// <summary>Whether a message of a single row raises a bulk event that has steps.</summary>
    public bool HasBulk(string message, string table) => bulk.Contains((message, table)) || bulkEverywhere.Contains(message);

    private static bool IsEverywhere(Step step) => step.Table is "" or "none";

    private static IReadOnlyList<Step> Ranked(IEnumerable<Step> steps) => [.. steps.OrderBy(step => step.Rank)];
}
