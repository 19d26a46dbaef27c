using System.Globalization;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>What tests of the digest do with an office. A deal closed on 11 May 2026 has its hearing due on 25 May; times are UTC.</summary>
internal static class DigestDay
{
    /// <summary>Half past eight in Tokyo, where the office is, on a day of May 2026 (32 is 1 June).</summary>
    public static string Morning(int day) => new DateTime(2026, 5, 1, 8, 30, 0, DateTimeKind.Utc).AddDays(day - 1).AddHours(-9).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static void At(this Office office, string moment) =>
        office.Advance(DateTime.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) - office.Now);

    /// <summary>An interview of a deal lost now.</summary>
    public static Guid LostDeal(this Office office, Guid? owner = null)
    {
        var deal = office.Deal();
        office.Lose(deal);
        office.Org.RunJobs();
        var id = office.Interviews(deal).Single().Id;
        if (owner is { } other)
        {
            office.Give(id, other);
        }

        return id;
    }

    public static void Give(this Office office, Guid interview, Guid owner) => office.System.Update(new Entity(Interview.Table, interview)
    {
        [Interview.OwnerId] = new EntityReference(SystemUser.Table, owner),
        [Interview.ServerWrite] = "server",
    });

    public static void Disable(this Office office, Guid user) => office.System.Update(new Entity(SystemUser.Table, user) { [SystemUser.IsDisabled] = true });

    /// <summary>Runs the digests' part of the sweep to its end; how many it sent in each call.</summary>
    public static IReadOnlyList<int> SendDigests(this Office office)
    {
        var sent = new List<int>();
        for (var token = "digests:"; token.StartsWith("digests:", StringComparison.Ordinal);)
        {
            var answer = office.System.Execute(new OrganizationRequest("wl_RunDailySweep") { ["ContinuationToken"] = token });
            sent.Add((int)answer.Results["Changed"]);
            token = (string)answer.Results["ContinuationToken"];
        }

        return sent;
    }

    public static IReadOnlyList<Entity> Digests(this Office office, Guid user) => [.. office.Notices(user, "Interviews that need you"), .. office.Notices(user, "対応が必要な")];

    /// <summary>How often each of some people has been sent a digest.</summary>
    public static string Counts(this Office office, params Guid[] people) => string.Join(' ', people.Select(person => office.Digests(person).Count));

    /// <summary>Names the head of the office's unit.</summary>
    public static void Head(this Office office, Guid user) => office.System.Create(new Entity(Approver.Table)
    {
        [Approver.Name] = "Head",
        [Approver.BusinessUnitId] = new EntityReference(BusinessUnit.Table, office.Unit),
        [Approver.UserId] = new EntityReference(SystemUser.Table, user),
        [Approver.Kind] = new OptionSetValue(Approver.KindOption.Head),
    });

    /// <summary>One more seller, without a manager.</summary>
    public static Guid Seller(this Office office, string name) => office.Org.AddUser(name, office.Unit, ["Salesperson", "WL Seller"]);

    /// <summary>Gives the manager a manager.</summary>
    public static Guid Boss(this Office office)
    {
        var boss = office.Org.AddUser("Boss", office.Unit, ["Salesperson", "WL Sales Manager"]);
        office.System.Update(new Entity(SystemUser.Table, office.ManagerId) { [SystemUser.ParentSystemUserId] = new EntityReference(SystemUser.Table, boss) });
        return boss;
    }

    public static string Number(this Office office, Guid interview) => office.Rows(Interview.Table).Single(row => row.Id == interview).GetAttributeValue<string>(Interview.Name)!;
}
