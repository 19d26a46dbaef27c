using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Privacy;

/// <summary>
/// What a purge empties of an interview and of what hangs below it: every text but those named here, every lookup to somebody
/// outside or to a meeting with them, and where in a recording to listen. So a text column that comes later is emptied until
/// somebody decides otherwise.
/// </summary>
internal static class PersonalColumns
{
    private static readonly HashSet<string> Outsiders = [Account.Table, Contact.Table, Appointment.Table];

    // Keys, numbers, labels of codes and names of products: what is counted by, or found again by.
    private static readonly Dictionary<string, HashSet<string>> KeptTexts = new()
    {
        [Interview.Table] =
        [
            Interview.Name,
            Interview.OpportunityKey,
            Interview.CloseKey,
            Interview.LateCloseKey,
            Interview.PeriodKey,
            Interview.ExactBaseValue,
            Interview.IndustryLabel,
            Interview.LeadSourceLabel,
            Interview.ProductLine,
            Interview.StageAtClose,
            Interview.StatusReasonLabel,
            Interview.PreparationToken,
            Interview.ServerWrite,
            Interview.PurgeReason,
        ],
        [InterviewReason.Table] = [],
        [InterviewCompetitor.Table] = [InterviewCompetitor.Name],
        [Waiver.Table] = [Waiver.Name],
        [Tables.Evidence.Table] = [],
    };

    /// <summary>The tables below an interview that hold such columns; each has the same column for its interview.</summary>
    public static IReadOnlyList<string> ChildTables { get; } = [InterviewReason.Table, InterviewCompetitor.Table, Waiver.Table, Tables.Evidence.Table];

    /// <summary>The columns of a row that a purge would empty: none after one.</summary>
    public static IReadOnlyList<string> FilledIn(Entity row) => row.Attributes
        .Where(column => ColumnValues.IsFilled(column.Value) && IsPersonal(row.LogicalName, column.Key, column.Value))
        .Select(column => column.Key)
        .ToList();

    private static bool IsPersonal(string table, string column, object value) => value switch
    {
        string => !KeptTexts[table].Contains(column),
        EntityReference reference => Outsiders.Contains(reference.LogicalName),
        _ => column == Tables.Evidence.StartSeconds,
    };
}
