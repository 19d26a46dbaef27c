using System.Globalization;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Each operator over each type of column, from FetchXML and from QueryExpression.</summary>
[TestClass]
public sealed class OperatorTests
{
    private static readonly Dictionary<string, ConditionOperator> InSdk = new()
    {
        ["eq"] = ConditionOperator.Equal,
        ["ne"] = ConditionOperator.NotEqual,
        ["neq"] = ConditionOperator.NotEqual,
        ["gt"] = ConditionOperator.GreaterThan,
        ["ge"] = ConditionOperator.GreaterEqual,
        ["lt"] = ConditionOperator.LessThan,
        ["le"] = ConditionOperator.LessEqual,
        ["like"] = ConditionOperator.Like,
        ["not-like"] = ConditionOperator.NotLike,
        ["begins-with"] = ConditionOperator.BeginsWith,
        ["not-begin-with"] = ConditionOperator.DoesNotBeginWith,
        ["ends-with"] = ConditionOperator.EndsWith,
        ["not-end-with"] = ConditionOperator.DoesNotEndWith,
        ["in"] = ConditionOperator.In,
        ["not-in"] = ConditionOperator.NotIn,
        ["between"] = ConditionOperator.Between,
        ["not-between"] = ConditionOperator.NotBetween,
        ["null"] = ConditionOperator.Null,
        ["not-null"] = ConditionOperator.NotNull,
    };

    // Comparing text ignores letter case, as the platform's databases do.
    [TestMethod]
    [DataRow("eq", "banana", "B")]
    [DataRow("ne", "BANANA", "A C D")]
    [DataRow("neq", "banana", "A C D")]
    [DataRow("lt", "banana", "A")]
    [DataRow("le", "Banana", "A B")]
    [DataRow("gt", "Banana", "C D")]
    [DataRow("ge", "banana", "B C D")]
    [DataRow("like", "%AN%", "B")]
    [DataRow("like", "_pple", "A")]
    [DataRow("like", "damson", "D")]
    [DataRow("like", "amson", "")]
    [DataRow("not-like", "%e%", "B D")]
    [DataRow("begins-with", "A", "A")]
    [DataRow("begins-with", "ch", "C")]
    [DataRow("not-begin-with", "a", "B C D")]
    [DataRow("ends-with", "a", "B")]
    [DataRow("ends-with", "RY", "C")]
    [DataRow("not-end-with", "a", "A C D")]
    [DataRow("in", "Apple|DAMSON|Elder", "A D")]
    [DataRow("not-in", "Apple|cherry", "B D")]
    [DataRow("between", "banana|Cherry", "B C")]
    [DataRow("not-between", "banana|Cherry", "A D")]
    [DataRow("null", "", "")]
    [DataRow("not-null", "", "A B C D")]
    public void On_text(string comparison, string values, string found) => AssertFinds(Opportunity.Name, comparison, values, found);

    // An empty column is not equal to anything (Sql4Cds issues 167 and 530).
    [TestMethod]
    [DataRow("eq", "BETA", "B")]
    [DataRow("ne", "beta", "A C D")]
    [DataRow("like", "alpha%", "A C")]
    [DataRow("begins-with", "ALPHA", "A C")]
    [DataRow("null", "", "D")]
    [DataRow("not-null", "", "A B C")]
    public void On_a_memo(string comparison, string values, string found) => AssertFinds(Opportunity.Description, comparison, values, found);

    [TestMethod]
    [DataRow("eq", "100.5", "A")]
    [DataRow("ne", "200", "A C D")]
    [DataRow("lt", "200", "A")]
    [DataRow("le", "200", "A B")]
    [DataRow("gt", "100.50", "B C")]
    [DataRow("ge", "100.51", "B C")]
    [DataRow("in", "100.5|300", "A C")]
    [DataRow("between", "100.5|200", "A B")]
    [DataRow("null", "", "D")]
    [DataRow("not-null", "", "A B C")]
    public void On_money(string comparison, string values, string found) => AssertFinds(Opportunity.EstimatedValue, comparison, values, found);

    [TestMethod]
    [DataRow("eq", "2026-02-28", "B")]
    [DataRow("ne", "2026-02-28", "A C D")]
    [DataRow("lt", "2026-02-28", "A")]
    [DataRow("le", "2026-02-28", "A B")]
    [DataRow("gt", "2026-02-28", "C")]
    [DataRow("ge", "2026-02-28", "B C")]
    [DataRow("in", "2026-01-31|2026-03-31", "A C")]
    [DataRow("between", "2026-01-31|2026-02-28", "A B")]
    [DataRow("null", "", "D")]
    public void On_a_day(string comparison, string values, string found) => AssertFinds(Opportunity.EstimatedCloseDate, comparison, values, found);

    [TestMethod]
    [DataRow("eq", "2026-01-02T10:00:00Z", "B")]
    [DataRow("eq", "2026-01-02T19:00:00+09:00", "B")]
    [DataRow("ne", "2026-01-02T10:00:00Z", "A C D")]
    [DataRow("lt", "2026-01-02T10:00:00Z", "A")]
    [DataRow("le", "2026-01-02T10:00:00Z", "A B")]
    [DataRow("gt", "2026-01-02T10:00:00Z", "C D")]
    [DataRow("ge", "2026-01-02T10:00:01Z", "C D")]
    [DataRow("between", "2026-01-01T10:00:00Z|2026-01-02T10:00:00Z", "A B")]
    [DataRow("not-between", "2026-01-01T10:00:00Z|2026-01-02T10:00:00Z", "C D")]
    public void On_a_moment(string comparison, string values, string found) => AssertFinds(Opportunity.CreatedOn, comparison, values, found);

    [TestMethod]
    [DataRow("eq", "2", "B")]
    [DataRow("ne", "2", "A C D")]
    [DataRow("gt", "1", "B")]
    [DataRow("in", "2|3", "B")]
    [DataRow("not-in", "2|3", "A C D")]
    [DataRow("null", "", "")]
    public void On_a_status_reason(string comparison, string values, string found) => AssertFinds(Opportunity.StatusCode, comparison, values, found);

    [TestMethod]
    [DataRow("eq", Fruit.North, "A")]
    [DataRow("ne", Fruit.North, "B C D")]
    [DataRow("in", Fruit.North + "|" + Fruit.South, "A B C")]
    [DataRow("null", "", "D")]
    [DataRow("not-null", "", "A B C")]
    public void On_a_lookup(string comparison, string values, string found) => AssertFinds(Opportunity.ParentAccountId, comparison, values, found);

    [TestMethod]
    [DataRow("eq", "{" + Fruit.Banana + "}", "B")]
    [DataRow("ne", Fruit.Banana, "A C D")]
    [DataRow("in", Fruit.Banana + "|" + Fruit.Cherry, "B C")]
    [DataRow("not-in", Fruit.Banana + "|" + Fruit.Cherry, "A D")]
    public void On_the_id(string comparison, string values, string found) => AssertFinds(Opportunity.Id, comparison, values, found);

    private static void AssertFinds(string column, string comparison, string values, string found)
    {
        using var org = Fruit.Org();
        var texts = values.Split('|', StringSplitOptions.RemoveEmptyEntries);
        var items = string.Concat(texts.Select(text => $"<value>{text}</value>"));

        var fetched = org.System.Fetch(
            Opportunity.Table,
            $"<attribute name='{Opportunity.Name}'/><filter><condition attribute='{column}' operator='{comparison}'>{items}</condition></filter>");
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(Opportunity.Name) };
        query.Criteria.AddCondition(column, InSdk[comparison], [.. texts.Select(text => Typed(column, text))]);

        Assert.AreEqual(found, Fruit.Initials(fetched), "FetchXML");
        Assert.AreEqual(found, Fruit.Initials(org.System.RetrieveMultiple(query)), "QueryExpression");
    }

    private static object Typed(string column, string text) => column switch
    {
        Opportunity.EstimatedValue => decimal.Parse(text, CultureInfo.InvariantCulture),
        Opportunity.EstimatedCloseDate or Opportunity.CreatedOn => Fruit.Time(text),
        Opportunity.StatusCode => int.Parse(text, CultureInfo.InvariantCulture),
        Opportunity.ParentAccountId or Opportunity.Id => Guid.Parse(text),
        _ => text,
    };
}
