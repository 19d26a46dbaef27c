using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>The event of a bulk message: of the same name as that of a single row, and "Multiple".</summary>
internal static class BulkEvent
{
    private const string Suffix = "Multiple";
    private const string Targets = "Targets";

    /// <summary>The messages that have one; Delete has not (bulk-operations.md, "Known issues").</summary>
    public static IReadOnlySet<string> Singles { get; } = new HashSet<string> { "Create", "Update" };

    public static bool Is(string message) => message.EndsWith(Suffix, StringComparison.Ordinal) && Singles.Contains(SingleOf(message));

    public static string SingleOf(string message) => message[..^Suffix.Length];

    /// <summary>The request that the bulk event of a single message shows: its very row, so that both see what the other's steps change.</summary>
    public static OrganizationRequest RequestOf(Operation single)
    {
        var request = new OrganizationRequest(single.Message + Suffix);
        Show(request, [single]);
        return request;
    }

    /// <summary>Makes the rows of single messages, as these have them, those of the bulk message.</summary>
    public static void Show(OrganizationRequest bulk, IReadOnlyList<Operation> rows) =>
        bulk[Targets] = new EntityCollection([.. rows.Select(row => row.Required<Entity>("Target"))]) { EntityName = rows[0].Table };

    /// <summary>What the bulk message answers, before its last steps see it.</summary>
    public static void Finish(Operation bulk, IReadOnlyList<Operation> rows)
    {
        if (SingleOf(bulk.Message) == "Create")
        {
            bulk.Results["Ids"] = rows.Select(row => row.RowId).ToArray();
        }
    }
}
