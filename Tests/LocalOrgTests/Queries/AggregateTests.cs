using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Counts, sums and groups (PD/fetchxml/aggregate-data.md).</summary>
[TestClass]
public sealed class AggregateTests
{
    [TestMethod]
    [DataRow("name", "count", "", "6")]
    [DataRow("quantity", "count", "", "6")]
    [DataRow("quantity", "countcolumn", "", "5")]
    [DataRow("quantity", "countcolumn", "distinct='true'", "4")]
    [DataRow("quantity", "sum", "", "11.50001")]
    [DataRow("quantity", "avg", "", "2.300002")]
    [DataRow("quantity", "min", "", "0")]
    [DataRow("quantity", "max", "", "5.5")]
    public void Empty_values_are_not_considered(string column, string function, string more, string expected)
    {
        using var org = Orchard();
        var name = column == "name" ? OpportunityProduct.OpportunityProductName : column;

        var row = Total(org, $"<attribute name='{name}' aggregate='{function}' alias='it' {more}/>");

        Assert.AreEqual(expected, Text(row, "it"));
    }

    [TestMethod]
    [DataRow("sum", "600.75")]
    [DataRow("min", "100.25")]
    [DataRow("max", "300.5")]
    public void Money_stays_money(string function, string expected)
    {
        using var org = Orchard();

        var row = Total(org, $"<attribute name='{OpportunityProduct.ExtendedAmount}' aggregate='{function}' alias='it'/>");

        Assert.IsInstanceOfType<Money>(((AliasedValue)row["it"]).Value);
        Assert.AreEqual(expected, Text(row, "it"));
    }

    // The page's example: 35,200 by 9 is 3,911, and the group that has no value at all has the total 0.
    [TestMethod]
    [DataRow("avg", "3911", "-")]
    [DataRow("sum", "35200", "0")]
    [DataRow("min", "1500", "-")]
    [DataRow("max", "6200", "-")]
    [DataRow("countcolumn", "9", "0")]
    public void Whole_numbers_stay_whole_and_a_sum_of_nothing_is_zero(string function, string ofAll, string ofNone)
    {
        using var org = OwnOrg.WithColumns(Account.Table, new Column { Name = "x_staff", SchemaName = "x_Staff", Type = ColumnType.Integer, Minimum = 0, Maximum = 100_000 });
        foreach (var staff in new int?[] { null, 1500, 2700, 2900, 2900, 3900, 4300, 4800, 6000, 6200 })
        {
            org.System.Add(Account.Table, ("x_staff", staff), (Account.Name, staff is null ? "Example" : "Contoso"));
        }

        var fetch = $"<attribute name='x_staff' aggregate='{function}' alias='it'/>";
        var all = org.System.Fetch(Account.Table, fetch, "aggregate='true'");
        var groups = org.System.Fetch(Account.Table, fetch + "<attribute name='name' groupby='true' alias='who'/><order alias='who' descending='true'/>", "aggregate='true'");

        Assert.AreEqual(ofAll, all.Texts("it"));
        Assert.IsInstanceOfType<int>(((AliasedValue)all[0]["it"]).Value);
        Assert.AreEqual(ofNone, groups.Texts("it").Split(' ')[0]);
    }

    [TestMethod]
    [DataRow(OpportunityProduct.ExtendedAmount)]
    [DataRow(OpportunityProduct.Quantity)]
    public void A_sum_of_no_amounts_is_an_amount_of_zero(string column)
    {
        using var org = Some.Org();
        org.System.Add(OpportunityProduct.Table, (OpportunityProduct.OpportunityId, org.System.Add(Opportunity.Table)));

        Assert.AreEqual("0", Text(Total(org, $"<attribute name='{column}' aggregate='sum' alias='it'/>"), "it"));
    }

    [TestMethod]
    public void Several_aggregates_come_in_one_row()
    {
        using var org = Orchard();

        var row = Total(
            org,
            $"<attribute name='{OpportunityProduct.Id}' aggregate='count' alias='lines'/><attribute name='{OpportunityProduct.Quantity}' aggregate='max' alias='most'/>");

        Assert.AreEqual("6", Text(row, "lines"));
        Assert.AreEqual("5.5", Text(row, "most"));
        Assert.AreEqual(OpportunityProduct.Quantity, ((AliasedValue)row["most"]).AttributeLogicalName);
        Assert.AreEqual(Guid.Empty, row.Id);
    }

    [TestMethod]
    public void A_filter_limits_what_is_counted()
    {
        using var org = Orchard();

        var row = Total(
            org,
            $"<attribute name='{OpportunityProduct.Id}' aggregate='count' alias='lines'/>"
            + $"<filter><condition attribute='{OpportunityProduct.OpportunityProductName}' operator='eq' value='pear'/></filter>");

        Assert.AreEqual("3", Text(row, "lines"));
    }

    [TestMethod]
    public void Counting_nothing_gives_zero()
    {
        using var org = Some.Org();

        Assert.AreEqual("0", Text(Total(org, $"<attribute name='{OpportunityProduct.Id}' aggregate='count' alias='lines'/>"), "lines"));
    }

    [TestMethod]
    [DataRow("<order alias='what'/>", "- apple pear", "1 2 3")]
    [DataRow("<order alias='what' descending='true'/>", "pear apple -", "3 2 1")]
    [DataRow("<order alias='lines' descending='true'/>", "pear apple -", "3 2 1")]
    public void Groups_are_sorted_by_alias(string order, string groups, string counts)
    {
        using var org = Orchard();

        var rows = org.System.Fetch(
            OpportunityProduct.Table,
            $"<attribute name='{OpportunityProduct.OpportunityProductName}' groupby='true' alias='what'/>"
            + $"<attribute name='{OpportunityProduct.Id}' aggregate='count' alias='lines'/>{order}",
            "aggregate='true'");

        Assert.AreEqual(groups, rows.Texts("what"));
        Assert.AreEqual(counts, rows.Texts("lines"));
    }

    [TestMethod]
    public void A_group_by_a_choice_keeps_its_type_and_label()
    {
        using var org = Fruit.Org();

        var rows = org.System.Fetch(
            Opportunity.Table,
            "<attribute name='statuscode' groupby='true' alias='status'/><attribute name='opportunityid' aggregate='count' alias='deals'/><order alias='deals'/>",
            "aggregate='true'");

        Assert.AreEqual("1 3", rows.Texts("deals"));
        Assert.AreEqual(new OptionSetValue(2), ((AliasedValue)rows[0]["status"]).Value);
        Assert.AreEqual("On Hold", rows[0].FormattedValues["status"]);
    }

    [TestMethod]
    public void Groups_and_sums_reach_over_links()
    {
        using var org = Fruit.Org();

        var rows = org.System.Fetch(
            Opportunity.Table,
            "<attribute name='estimatedvalue' aggregate='sum' alias='total'/>"
            + "<link-entity name='account' from='accountid' to='parentaccountid'><attribute name='name' groupby='true' alias='customer'/></link-entity>"
            + "<order alias='customer' descending='true'/>",
            "aggregate='true'");

        Assert.AreEqual("South North", rows.Texts("customer"));
        Assert.AreEqual(500m, ((Money)((AliasedValue)rows[0]["total"]).Value).Value);
        Assert.AreEqual(100.5m, ((Money)((AliasedValue)rows[1]["total"]).Value).Value);
    }

    private static Entity Total(LocalOrg org, string inside) => org.System.Fetch(OpportunityProduct.Table, inside, "aggregate='true'").Entities.Single();

    private static string Text(Entity row, string alias) => ((AliasedValue)row[alias]).Value switch
    {
        Money money => Text(money.Value),
        decimal number => Text(number),
        var other => other.ToString()!,
    };

    private static string Text(decimal number) => number.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);

    private static LocalOrg Orchard()
    {
        var org = Some.Org();
        Line("apple", 5.5m, 100.25m);
        Line("Apple", 1.00001m, 200m);
        Line("pear", 2.5m, 300.5m);
        Line("pear", 2.5m, null);
        Line("pear", 0m, null);
        Line(null, null, null);
        return org;

        void Line(string? name, decimal? quantity, decimal? amount) => org.System.Add(
            OpportunityProduct.Table,
            (OpportunityProduct.OpportunityProductName, name),
            (OpportunityProduct.Quantity, quantity),
            (OpportunityProduct.ExtendedAmount, amount is { } given ? new Money(given) : null));
    }
}
