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

    /// <summary>The request of the bulk event that a single message raises.</summary>
    public static OrganizationRequest RequestOf(Operation single) => OptionalParameters.HandOn(single.Request, new OrganizationRequest(single.Message + Suffix));

    /// <summary>Makes the very rows of single messages those of the bulk message, so that both see what the other's steps change.</summary>
    public static void Show(Operation bulk, IReadOnlyList<Operation> rows)
    {
        bulk.Rows = rows;
        bulk.Input[Targets] = new EntityCollection([.. rows.Select(row => row.Required<Entity>("Target"))]) { EntityName = bulk.Table };
    }

    /// <summary>What the bulk message answers, before its last steps see it.</summary>
    public static void Finish(Operation bulk, IReadOnlyList<Operation> rows)
    {
        if (SingleOf(bulk.Message) == "Create")
        {
            bulk.Results["Ids"] = rows.Select(row => row.RowId).ToArray();
        }
    }
}
