using System.Globalization;
using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Four opportunities to query, of which the last has nothing but a name.</summary>
internal static class Fruit
{
    public const string North = "00000001-0000-0000-0000-000000000000";
    public const string South = "00000002-0000-0000-0000-000000000000";
    public const string Banana = "00000012-0000-0000-0000-000000000000";
    public const string Cherry = "00000013-0000-0000-0000-000000000000";

    /// <summary>An org that has them.</summary>
    public static LocalOrg Org(LocalOrgOptions? options = null)
    {
        var org = Some.Org(options);
        org.System.Create(new Entity(Account.Table, new Guid(North)) { [Account.Name] = "North" });
        org.System.Create(new Entity(Account.Table, new Guid(South)) { [Account.Name] = "South" });
        Add(org, 0x11, "Apple", "alpha one", 100.50m, "2026-01-31", 1, North, "2026-01-01 10:00:00Z");
        Add(org, 0x12, "Banana", "beta", 200m, "2026-02-28", 2, South, "2026-01-02 10:00:00Z");
        Add(org, 0x13, "Cherry", "ALPHA TWO", 300m, "2026-03-31", 1, South, "2026-01-03 10:00:00Z");
        org.System.Create(new Entity(Opportunity.Table, Some.Id(0x14)) { [Opportunity.Name] = "Damson" });
        return org;
    }

    /// <summary>The first letters of the rows found, in order of name.</summary>
    public static string Initials(EntityCollection rows) =>
        string.Join(' ', rows.Entities.Select(row => row.GetAttributeValue<string>(Opportunity.Name)![..1]).Order());

    public static DateTime Time(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static void Add(LocalOrg org, int id, string name, string description, decimal value, string day, int status, string account, string created) =>
        org.System.Create(new Entity(Opportunity.Table, Some.Id(id))
        {
            [Opportunity.Name] = name,
            [Opportunity.Description] = description,
            [Opportunity.EstimatedValue] = new Money(value),
            [Opportunity.EstimatedCloseDate] = Time(day),
            [Opportunity.StatusCode] = new OptionSetValue(status),
            [Opportunity.ParentAccountId] = new EntityReference(Account.Table, new Guid(account)),
            [Opportunity.OverriddenCreatedOn] = Time(created),
        });
}
