using System.Globalization;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>What becomes of values on their way into a row: defaults, rounding, whole seconds, days (MK/data-platform/types-of-fields.md).</summary>
[TestClass]
public sealed class KeptValueTests
{
    [TestMethod]
    public void A_new_row_gets_defaults_for_what_nobody_said()
    {
        using var org = Some.Org();

        Assert.AreEqual(new OptionSetValue(Team.TeamTypeOption.Owner), org.System.Get<OptionSetValue>(org.System.Add(Team.Table, (Team.BusinessUnitId, Root())), Team.TeamType));
        Assert.IsFalse(org.System.Get<bool>(org.System.Add(OpportunityProduct.Table), OpportunityProduct.IsProductOverridden));
        var account = org.System.Read(org.System.Add(Account.Table));
        Assert.AreEqual(new OptionSetValue(Account.StateCodeOption.Active), account[Account.StateCode]);
        Assert.AreEqual(new OptionSetValue(Account.StatusCodeOption.Active), account[Account.StatusCode]);
        Assert.IsFalse(account.Contains(Account.IndustryCode));
    }

    [TestMethod]
    public void A_default_gives_way_to_a_value_and_stays_away_from_updates()
    {
        using var org = Some.Org();
        var line = org.System.Add(OpportunityProduct.Table, (OpportunityProduct.IsProductOverridden, true));

        org.System.Set(line, (OpportunityProduct.Quantity, 1m));

        Assert.IsTrue(org.System.Get<bool>(line, OpportunityProduct.IsProductOverridden));
    }

    [TestMethod]
    [DataRow(Account.StateCodeOption.Inactive, null, Account.StatusCodeOption.Inactive)]
    [DataRow(null, Account.StatusCodeOption.Inactive, Account.StatusCodeOption.Inactive)]
    [DataRow(null, null, Account.StatusCodeOption.Active)]
    public void State_and_status_reason_bring_each_other(int? state, int? status, int expected)
    {
        using var org = Some.Org();
        var row = new Entity(Account.Table);
        row[Account.StateCode] = state is { } given ? new OptionSetValue(given) : null;
        row[Account.StatusCode] = status is { } reason ? new OptionSetValue(reason) : null;

        var kept = org.System.Read(new EntityReference(Account.Table, org.System.Create(row)));

        Assert.AreEqual(expected, kept.GetAttributeValue<OptionSetValue>(Account.StatusCode)!.Value);
        Assert.AreEqual(expected - 1, kept.GetAttributeValue<OptionSetValue>(Account.StateCode)!.Value);
    }

    [TestMethod]
    [DataRow("1.000004", "1")]
    [DataRow("1.000005", "1.00001")]
    [DataRow("1.000015", "1.00002")]
    [DataRow("1.23456789", "1.23457")]
    public void A_decimal_is_rounded_to_the_columns_digits(string given, string kept)
    {
        using var org = Some.Org();

        var line = org.System.Add(OpportunityProduct.Table, (OpportunityProduct.Quantity, decimal.Parse(given, CultureInfo.InvariantCulture)));

        Assert.AreEqual(decimal.Parse(kept, CultureInfo.InvariantCulture), org.System.Get<decimal>(line, OpportunityProduct.Quantity));
    }

    [TestMethod]
    [DataRow("0.004", "0")]
    [DataRow("0.005", "0.01")]
    [DataRow("-0.005", "-0.01")]
    [DataRow("922337203685477", "922337203685477")]
    public void Money_is_rounded_to_the_columns_digits(string given, string kept)
    {
        using var org = Some.Org();

        var line = org.System.Add(OpportunityProduct.Table, (OpportunityProduct.ExtendedAmount, new Money(decimal.Parse(given, CultureInfo.InvariantCulture))));

        Assert.AreEqual(new Money(decimal.Parse(kept, CultureInfo.InvariantCulture)), org.System.Get<Money>(line, OpportunityProduct.ExtendedAmount));
    }

    [TestMethod]
    public void A_moment_is_kept_in_whole_seconds_as_utc()
    {
        using var org = Some.Org();
        var close = Close(org, (OpportunityClose.ActualStart, Some.Moment.AddMilliseconds(999)));

        var kept = org.System.Get<DateTime>(close, OpportunityClose.ActualStart);

        Assert.AreEqual(Some.Moment, kept);
        Assert.AreEqual(DateTimeKind.Utc, kept.Kind);
    }

    [TestMethod]
    [DataRow(DateTimeKind.Utc)]
    [DataRow(DateTimeKind.Unspecified)]
    public void A_moment_without_a_kind_is_taken_as_utc(DateTimeKind kind)
    {
        using var org = Some.Org();
        var close = Close(org, (OpportunityClose.ActualStart, DateTime.SpecifyKind(Some.Moment, kind)));

        Assert.AreEqual(Some.Moment, org.System.Get<DateTime>(close, OpportunityClose.ActualStart));
    }

    [TestMethod]
    public void A_day_loses_its_hours_and_its_time_zone()
    {
        using var org = Some.Org();
        var row = org.System.Add(Opportunity.Table, (Opportunity.EstimatedCloseDate, new DateTime(2026, 3, 31, 23, 59, 59, DateTimeKind.Utc)));

        var kept = org.System.Get<DateTime>(row, Opportunity.EstimatedCloseDate);

        Assert.AreEqual(new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Unspecified), kept);
        Assert.AreEqual(DateTimeKind.Unspecified, kept.Kind);
    }

    [TestMethod]
    public void An_empty_text_is_no_text()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table, (Account.Name, "North"));

        org.System.Set(account, (Account.Name, ""));

        Assert.IsFalse(org.System.Read(account).Contains(Account.Name));
    }

    [TestMethod]
    public void The_callers_row_stays_as_it_was()
    {
        using var org = Some.Org();
        var row = new Entity(Account.Table) { [Account.Name] = "North" };
        org.On("Create", Account.Table, Some.PreOperation, call => call.Target[Account.Name] = "South");

        org.System.Create(row);

        Assert.AreEqual("North", row[Account.Name]);
        Assert.AreEqual(Guid.Empty, row.Id);
        Assert.HasCount(1, row.Attributes);
    }

    private static EntityReference Root() => new(BusinessUnit.Table, CrmExtensions.Local.Security.WellKnown.RootBusinessUnit);

    private static EntityReference Close(Local.LocalOrg org, (string, object?) column) => org.System.Add(
        OpportunityClose.Table,
        (OpportunityClose.OpportunityId, org.System.Add(Opportunity.Table)),
        (OpportunityClose.OpportunityStateCode, new OptionSetValue(OpportunityClose.OpportunityStateCodeOption.Won)),
        column);
}
