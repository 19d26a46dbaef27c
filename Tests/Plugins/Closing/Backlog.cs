using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>An office whose rep is behind.</summary>
internal static class Backlog
{
    /// <summary>Has the rep lose deals, whose interviews become overdue; their numbers, oldest first.</summary>
    public static IReadOnlyList<string> Overdue(this Office office, int count)
    {
        for (var i = 0; i < count; i++)
        {
            office.Lose(office.Deal());
        }

        office.Org.RunJobs();
        foreach (var interview in office.Rows(Interview.Table))
        {
            office.MakeOverdue(interview.Id, true);
        }

        return [.. office.Rows(Interview.Table).Select(row => row.GetAttributeValue<string>(Interview.Name)!).Order(StringComparer.Ordinal)];
    }

    public static void MakeOverdue(this Office office, Guid interview, bool isOverdue) => office.System.Update(new Entity(Interview.Table, interview)
    {
        [Interview.IsOverdue] = isOverdue,
        [Interview.ServerWrite] = "server",
    });

    public static void Speaks(this Office office, Guid user, int language, int? zone = null) =>
        office.System.Create(new Entity(UserSettings.Table, user) { [UserSettings.UILanguageId] = language, [UserSettings.TimeZoneCode] = zone });

    public static IReadOnlyList<Entity> Notices(this Office office, Guid user, string title) => [.. office.Rows(AppNotification.Table)
        .Where(row => row.GetAttributeValue<EntityReference>(AppNotification.OwnerId)!.Id == user && row.GetAttributeValue<string>(AppNotification.Title)!.StartsWith(title, StringComparison.Ordinal))
        .OrderBy(row => row.GetAttributeValue<DateTime>(AppNotification.CreatedOn))];
}
