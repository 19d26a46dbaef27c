using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Conditions that make no sense get a fault that says why, never an error of the database. Which types and how many values an operator takes: Learn, fetchxml/reference/operators.</summary>
[TestClass]
public sealed class BadConditionTests
{
    private const int BadQuery = -2147217118;
    private const int BadValue = -2147220989;

    [TestMethod]
    [DataRow("name", "sounds-like", "a", "'sounds-like'")]
    [DataRow("name", "EQ", "a", "'EQ'")]
    [DataRow("name", "today", "", "dates")]
    [DataRow("name", "last-x-days", "1", "dates")]
    [DataRow("name", "in-fiscal-period", "1", "dates")]
    [DataRow("createdon", "like", "a", "text")]
    [DataRow("statuscode", "begins-with", "1", "text")]
    [DataRow("name", "eq-userid", "", "unique identifiers")]
    [DataRow("name", "eq-userteams", "", "unique identifiers")]
    [DataRow("name", "eq-businessid", "", "unique identifiers")]
    [DataRow("name", "eq-userlanguage", "", "whole numbers")]
    [DataRow("name", "under", Fruit.North, "hierarchy")]
    [DataRow("parentaccountid", "above", Fruit.North, "hierarchy")]
    [DataRow("statuscode", "contain-values", "1", "several choices")]
    [DataRow("createdon", "today", "2026-01-01", "no value")]
    [DataRow("createdon", "last-x-days", "", "one value")]
    [DataRow("createdon", "last-x-days", "0", "from 1")]
    [DataRow("createdon", "last-x-days", "-3", "from 1")]
    [DataRow("createdon", "last-x-years", "99999", "beyond the calendar")]
    [DataRow("createdon", "next-x-fiscal-years", "8000000", "beyond the calendar")]
    [DataRow("createdon", "olderthan-x-minutes", "99999999999", "from 1")]
    [DataRow("createdon", "on", "", "one value")]
    [DataRow("createdon", "on-or-before", "9999-12-31", "beyond the calendar")]
    [DataRow("createdon", "in-fiscal-period", "5", "from 1 to 4")]
    [DataRow("createdon", "in-fiscal-period-and-year", "1", "two values")]
    [DataRow("createdon", "in-fiscal-period-and-year", "1|12", "from 1900")]
    [DataRow("createdon", "in-fiscal-year", "0", "from 1900")]
    [DataRow("name", "null", "a", "no value")]
    [DataRow("name", "eq", "a|b", "one value")]
    [DataRow("name", "between", "a", "two values")]
    public void An_operator_is_for_its_types_and_its_number_of_values(string column, string comparison, string values, string words) =>
        AssertRefused(BadQuery, words, column, comparison, values);

    [TestMethod]
    [DataRow("createdon", "last-x-days", "many")]
    [DataRow("createdon", "last-x-days", "1.5")]
    [DataRow("createdon", "in-fiscal-year", "FY26")]
    [DataRow("statuscode", "in", "1|x")]
    [DataRow("statuscode", "eq", "99999999999")]
    [DataRow("parentaccountid", "in", Fruit.North + "|North")]
    [DataRow("estimatedvalue", "between", "1|x")]
    public void A_value_is_of_the_column_s_type(string column, string comparison, string values) =>
        AssertRefused(BadValue, $"'{column}'", column, comparison, values);

    [TestMethod]
    public void An_amount_beyond_all_amounts_is_refused()
    {
        using var org = Some.Org();
        foreach (var amount in new[] { "922337203685478", "-99999999999999999999999" })
        {
            Assert.Contains("outside the valid range", Some.Refusal(() => org.System.Fetch(Opportunity.Table, Condition("estimatedvalue", "eq", amount))).Message);
        }
    }

    [TestMethod]
    [DataRow("name", "like", "description", "cannot be compared")]
    [DataRow("name", "eq", "estimatedvalue", "different types")]
    [DataRow("name", "eq", "other.name", "'other'")]
    [DataRow("createdon", "gt", "name", "different types")]
    public void Only_columns_of_one_type_are_compared_and_by_order_only(string column, string comparison, string other, string words)
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Fetch(Opportunity.Table, $"<filter><condition attribute='{column}' operator='{comparison}' valueof='{other}'/></filter>"));

        Assert.Contains(words, refusal.Message);
    }

    [TestMethod]
    [DataRow(Opportunity.Name, 1)]
    [DataRow(Opportunity.Name, null)]
    [DataRow(Opportunity.EstimatedValue, true)]
    [DataRow(Opportunity.EstimatedValue, double.NaN)]
    [DataRow(Opportunity.CreatedOn, 5)]
    [DataRow(Opportunity.StatusCode, 2.5)]
    [DataRow(Opportunity.ParentAccountId, 7)]
    public void A_value_of_a_wrong_type_is_refused_from_the_sdk_too(string column, object? value)
    {
        using var org = Some.Org();
        var query = new QueryExpression(Opportunity.Table);
        query.Criteria.Conditions.Add(new ConditionExpression(column, ConditionOperator.Equal, value));

        Assert.Contains($"'{column}'", Some.Refusal(() => org.System.RetrieveMultiple(query)).Message);
    }

    [TestMethod]
    public void Names_that_are_missing_are_refused_from_the_sdk_too()
    {
        using var org = Some.Org();
        var nameless = new QueryExpression(Opportunity.Table);
        nameless.Criteria.Conditions.Add(new ConditionExpression { Operator = ConditionOperator.Null });
        var linkless = new QueryExpression(Opportunity.Table);
        linkless.LinkEntities.Add(new LinkEntity());
        var uneven = new QueryByAttribute(Opportunity.Table);
        uneven.Attributes.Add(Opportunity.Name);

        foreach (var query in new QueryBase[] { new QueryExpression(), nameless, linkless, uneven, new FetchExpression() })
        {
            Assert.AreNotEqual(0, Some.Refusal(() => org.System.RetrieveMultiple(query)).ErrorCode);
        }
    }

    // A filter inside a link is part of the join: only what stands before it can be named there.
    [TestMethod]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid' alias='a'><filter><condition entityname='b' attribute='name' operator='null'/></filter></link-entity><link-entity name='account' from='accountid' to='parentaccountid' alias='b'/>")]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid' link-type='exists' alias='a'/><filter><condition entityname='a' attribute='name' operator='null'/></filter>")]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid' link-type='exists' alias='a'><attribute name='name'/></link-entity>")]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid' link-type='any'/>")]
    [DataRow("<filter><link-entity name='account' from='accountid' to='parentaccountid' link-type='outer'/></filter>")]
    [DataRow("<link-entity name='account' from='name' to='parentaccountid'/>")]
    [DataRow("<having><condition attribute='name' operator='null'/></having>")]
    [DataRow("<filter type='xor'/>")]
    [DataRow("<filter><condition attribute='name' operator='eq' value='a' valueof='description'/></filter>")]
    [DataRow("<filter><condition attribute='name' operator='eq'><value><b/></value></condition></filter>")]
    public void What_cannot_stand_there_is_refused(string inside)
    {
        using var org = Some.Org();

        Assert.AreEqual(BadQuery, Some.Refusal(() => org.System.Fetch(Opportunity.Table, inside)).ErrorCode);
    }

    [TestMethod]
    [DataRow("top='5' page='1'")]
    [DataRow("top='5' count='2'")]
    [DataRow("top='5' returntotalrecordcount='true'")]
    [DataRow("top='0'")]
    [DataRow("top='5001'")]
    [DataRow("distinct='maybe'")]
    [DataRow("aggregatelimit='50001'")]
    [DataRow("page='2' paging-cookie='&lt;!DOCTYPE c [&lt;!ENTITY x &quot;y&quot;&gt;]&gt;&lt;c/&gt;'")]
    public void Options_that_make_no_sense_are_refused(string options)
    {
        using var org = Some.Org();

        Assert.AreEqual(BadQuery, Some.Refusal(() => org.System.Fetch(Opportunity.Table, "", options)).ErrorCode);
    }

    [TestMethod]
    [DataRow("<attribute name='name' aggregate='sum' alias='n'/>")]
    [DataRow("<attribute name='name' groupby='true' dategrouping='month' alias='n'/>")]
    [DataRow("<attribute name='createdon' groupby='true' dategrouping='decade' alias='n'/>")]
    [DataRow("<attribute name='name' groupby='true' alias='n'/><attribute name='name' aggregate='count' alias='n'/>")]
    [DataRow("<attribute name='name' groupby='true' alias=''/>")]
    public void Aggregates_that_make_no_sense_are_refused(string inside)
    {
        using var org = Some.Org();

        Assert.AreEqual(BadQuery, Some.Refusal(() => org.System.Fetch(Opportunity.Table, inside, "aggregate='true'")).ErrorCode);
    }

    private static string Condition(string column, string comparison, string values) =>
        $"<filter><condition attribute='{column}' operator='{comparison}'>{string.Concat(values.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(value => $"<value>{value}</value>"))}</condition></filter>";

    private static void AssertRefused(int code, string words, string column, string comparison, string values)
    {
        using var org = Fruit.Org();

        var refusal = Some.Refusal(() => org.System.Fetch(Opportunity.Table, Condition(column, comparison, values)));

        Assert.AreEqual(code, refusal.ErrorCode, refusal.Message);
        Assert.Contains(words, refusal.Message);
    }
}
