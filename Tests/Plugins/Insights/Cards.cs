using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Insights;

/// <summary>Cards as a marketer reads them, and interviews that make some.</summary>
internal static class Cards
{
    /// <summary>From the rep's submission to the manager's approval, and the jobs after it.</summary>
    public static void Complete(this Desk desk)
    {
        desk.Move(desk.Office.Rep, 4);
        desk.Move(desk.Office.Manager, 6);
        desk.Office.Org.RunJobs();
    }

    /// <summary>What the manager lets the rep correct, up to the next approval.</summary>
    public static void Correct(this Desk desk, params (string Column, object? Value)[] changes)
    {
        desk.Move(desk.Office.Manager, 5);
        desk.Save(desk.Office.Rep, changes.ToDictionary(change => change.Column, change => change.Value));
        desk.Complete();
    }

    /// <summary>All cards.</summary>
    public static IReadOnlyList<Entity> Of(IOrganizationService reader) =>
        [.. reader.RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.QueryExpression(Insight.Table) { ColumnSet = new Microsoft.Xrm.Sdk.Query.ColumnSet(true) }).Entities];

    public static Entity Only(this Desk desk) => Of(desk.Office.Marketer).Single();

    public static string Status(this Entity card) => card.FormattedValues[Insight.CardStatus];

    /// <summary>The customer's words, and nothing where there are none.</summary>
    public static string Words(this Entity card) =>
        string.Join(" | ", new[] { Insight.Quote, Insight.Before, Insight.After }.Select(card.GetAttributeValue<string>).Where(text => text is not null));

    /// <summary>Every filled column, but those that tell when and by whom the row was written.</summary>
    public static string Picture(Entity card) => string.Join("\n", card.Attributes
        .Where(column => column.Key.StartsWith("wl_", StringComparison.Ordinal) && column.Key is not (Insight.Id or Insight.SourceVersion or Insight.PublishedOn or Insight.InterviewKey))
        .OrderBy(column => column.Key, StringComparer.Ordinal)
        .Select(column => column.Key + ": " + (card.FormattedValues.TryGetValue(column.Key, out var text) ? text : column.Value)));
}
