using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Conditions on whole numbers, decimals, yes/no columns and row versions (Learn, fetchxml/reference/operators), with plain and with wrapped values.</summary>
[TestClass]
public sealed class NumberConditionTests
{
    [TestMethod]
    [DataRow("eq", "2", "Two")]
    [DataRow("ne", "2", "Three -")]
    [DataRow("lt", "3", "Two")]
    [DataRow("ge", "2", "Two Three")]
    [DataRow("between", "2|3", "Two Three")]
    [DataRow("in", "3|4", "Three")]
    [DataRow("null", "", "-")]
    public void A_whole_number_is_compared_as_a_number(string comparison, string values, string found)
    {
        using var org = Some.Org();
        org.System.Add(Rollup.Table, (Rollup.RollupKey, "a"), (Rollup.Name, "Two"), (Rollup.N, 2));
        org.System.Add(Rollup.Table, (Rollup.RollupKey, "b"), (Rollup.Name, "Three"), (Rollup.N, 3));
        org.System.Add(Rollup.Table, (Rollup.RollupKey, "c"));

        var rows = org.System.Fetch(
            Rollup.Table,
            $"<attribute name='{Rollup.Name}'/><order attribute='{Rollup.RollupKey}'/><filter>{Condition(Rollup.N, comparison, values)}</filter>");

        Assert.AreEqual(found, rows.Texts(Rollup.Name));
    }

    [TestMethod]
    [DataRow("eq", "1.00001", "1.00001")]
    [DataRow("gt", "1", "1.00001 9")]
    [DataRow("lt", "1.00001", "0")]
    [DataRow("le", "10", "0 1.00001 9")]
    [DataRow("between", "0|1.00001", "0 1.00001")]
    [DataRow("in", "9|0", "0 9")]
    public void A_decimal_is_compared_exactly(string comparison, string values, string found)
    {
        using var org = Some.Org();
        AddLines(org, (9m, true), (1.00001m, false), (0m, false));

        var rows = Lines(org, Condition(OpportunityProduct.Quantity, comparison, values));

        Assert.AreEqual(found, string.Join(' ', rows));
    }

    [TestMethod]
    [DataRow("eq", "1", "9")]
    [DataRow("eq", "true", "9")]
    [DataRow("eq", "0", "0 1")]
    [DataRow("ne", "1", "0 1")]
    [DataRow("ne", "false", "9")]
    [DataRow("in", "0|1", "0 1 9")]
    public void Yes_is_1_or_true(string comparison, string values, string found)
    {
        using var org = Some.Org();
        AddLines(org, (9m, true), (1m, false), (0m, false));

        var rows = Lines(org, Condition(OpportunityProduct.IsProductOverridden, comparison, values));

        Assert.AreEqual(found, string.Join(' ', rows));
    }

    [TestMethod]
    public void A_row_version_is_compared_as_a_number()
    {
        using var org = Some.Org();
        var first = org.System.Add(Competitor.Table, (Competitor.Name, "first"));
        var version = org.System.Get<long>(first, Competitor.VersionNumber);
        org.System.Add(Competitor.Table, (Competitor.Name, "second"));

        var query = new QueryExpression(Competitor.Table) { ColumnSet = new ColumnSet(Competitor.Name) };
        query.Criteria.AddCondition(Competitor.VersionNumber, ConditionOperator.GreaterThan, version);

        Assert.AreEqual("second", org.System.RetrieveMultiple(query).Texts(Competitor.Name));
    }

    [TestMethod]
    public void Wrapped_values_are_compared_as_what_they_hold()
    {
        using var org = Fruit.Org();
        AssertFindsBanana(org, Opportunity.EstimatedValue, new Money(200m));
        AssertFindsBanana(org, Opportunity.EstimatedValue, 200);
        AssertFindsBanana(org, Opportunity.StatusCode, new OptionSetValue(2));
        AssertFindsBanana(org, Opportunity.Id, new EntityReference(Opportunity.Table, new Guid(Fruit.Banana)));
    }

    [TestMethod]
    public void An_array_given_as_one_value_means_its_items()
    {
        using var org = Fruit.Org();
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(Opportunity.Name) };
        query.Criteria.Conditions.Add(new ConditionExpression(Opportunity.Name, ConditionOperator.In, new List<string> { "Apple", "Cherry" }));

        Assert.AreEqual("A C", Fruit.Initials(org.System.RetrieveMultiple(query)));
    }

    [TestMethod]
    public void A_query_by_attribute_joins_its_values_with_and()
    {
        using var org = Fruit.Org();
        var query = new QueryByAttribute(Opportunity.Table) { ColumnSet = new ColumnSet(Opportunity.Name) };
        query.AddAttributeValue(Opportunity.ParentAccountId, new Guid(Fruit.South));
        query.AddAttributeValue(Opportunity.StatusCode, 1);

        Assert.AreEqual("C", Fruit.Initials(org.System.RetrieveMultiple(query)));
    }

    private static void AssertFindsBanana(LocalOrg org, string column, object value)
    {
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(Opportunity.Name) };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        Assert.AreEqual("B", Fruit.Initials(org.System.RetrieveMultiple(query)), $"{column} equal to {value.GetType().Name}");
    }

    private static string Condition(string column, string comparison, string values) =>
        $"<condition attribute='{column}' operator='{comparison}'>"
        + string.Concat(values.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(value => $"<value>{value}</value>"))
        + "</condition>";

    private static void AddLines(LocalOrg org, params (decimal Quantity, bool IsOverridden)[] lines)
    {
        foreach (var (quantity, isOverridden) in lines)
        {
            org.System.Add(OpportunityProduct.Table, (OpportunityProduct.Quantity, quantity), (OpportunityProduct.IsProductOverridden, isOverridden));
        }
    }

    private static IEnumerable<string> Lines(LocalOrg org, string condition) =>
        org.System.Fetch(
            OpportunityProduct.Table,
            $"<attribute name='{OpportunityProduct.Quantity}'/><order attribute='{OpportunityProduct.Quantity}'/><filter>{condition}</filter>")
        .Entities.Select(row => row.GetAttributeValue<decimal>(OpportunityProduct.Quantity).ToString("0.#####", System.Globalization.CultureInfo.InvariantCulture));
}
