using System.Security;
using System.ServiceModel;
using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Texts made to break out of a query stay texts, wherever they stand.</summary>
[TestClass]
public sealed class HostileTextTests
{
    // In what a query is made of, each hostile text stands for X in turn.
    [TestMethod]
    [DataRow("<filter><condition attribute='name' operator='eq' value='X'/></filter>")]
    [DataRow("<filter><condition attribute='name' operator='like' value='X'/></filter>")]
    [DataRow("<filter><condition attribute='name' operator='begins-with' value='X'/></filter>")]
    [DataRow("<filter><condition attribute='name' operator='in'><value>X</value><value>X</value></condition></filter>")]
    [DataRow("<filter><condition attribute='name' operator='between'><value>X</value><value>X</value></condition></filter>")]
    [DataRow("<filter><condition attribute='estimatedvalue' operator='eq' value='X'/></filter>")]
    [DataRow("<filter><condition attribute='opportunityid' operator='eq' value='X'/></filter>")]
    [DataRow("<filter><condition attribute='createdon' operator='lt' value='X'/></filter>")]
    [DataRow("<filter><condition attribute='statuscode' operator='eq' value='X'/></filter>")]
    [DataRow("<filter><condition attribute='X' operator='not-null'/></filter>")]
    [DataRow("<filter><condition attribute='name' operator='X' value='a'/></filter>")]
    [DataRow("<filter><condition entityname='X' attribute='name' operator='not-null'/></filter>")]
    [DataRow("<filter><condition attribute='name' operator='not-like' value='X'/><condition attribute='name' operator='null'/></filter>")]
    [DataRow("<filter><condition attribute='createdon' operator='on' value='X'/></filter>")]
    [DataRow("<filter><condition attribute='createdon' operator='last-x-days' value='X'/></filter>")]
    [DataRow("<filter><condition attribute='owningbusinessunit' operator='under' value='X'/></filter>")]
    [DataRow("<filter><condition attribute='name' operator='eq' valueof='X'/></filter>")]
    [DataRow("<filter><condition attribute='name' operator='eq' valueof='X.name'/></filter>")]
    [DataRow("<filter type='X'/>")]
    [DataRow("<order entityname='X' attribute='name'/>")]
    [DataRow("<filter><link-entity name='account' from='accountid' to='parentaccountid' link-type='X'/></filter>")]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid' alias='X'><filter><condition attribute='name' operator='eq' value='X'/></filter></link-entity>")]
    [DataRow("<attribute name='X'/>")]
    [DataRow("<order attribute='X'/>")]
    [DataRow("<link-entity name='X' from='accountid' to='parentaccountid'/>")]
    [DataRow("<link-entity name='account' from='X' to='parentaccountid'/>")]
    [DataRow("<link-entity name='account' from='accountid' to='X'/>")]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid' link-type='X'/>")]
    public void In_a_fetch_they_find_nothing_and_change_nothing(string inside)
    {
        using var org = Fruit.Org();
        foreach (var text in Hostile)
        {
            var given = inside.Replace("X", SecurityElement.Escape(text), StringComparison.Ordinal);
            Assert.AreEqual(0, Found(() => org.System.Fetch(Opportunity.Table, given)), given);
        }

        Assert.AreEqual(4, org.System.Count(Opportunity.Table));
    }

    [TestMethod]
    [DataRow("name='X' aggregate='count' alias='n'")]
    [DataRow("name='name' aggregate='X' alias='n'")]
    [DataRow("name='name' aggregate='count' alias='X'")]
    [DataRow("name='createdon' groupby='true' dategrouping='X' alias='n'")]
    [DataRow("name='createdon' groupby='true' dategrouping='day' usertimezone='X' alias='n'")]
    public void In_an_aggregate_they_are_refused(string attribute)
    {
        using var org = Fruit.Org();
        foreach (var text in Hostile)
        {
            var given = attribute.Replace("X", SecurityElement.Escape(text), StringComparison.Ordinal);
            Assert.AreEqual(0, Found(() => org.System.Fetch(Opportunity.Table, $"<attribute {given}/>", "aggregate='true'")), given);
        }

        Assert.AreEqual(4, org.System.Count(Opportunity.Table));
    }

    [TestMethod]
    public void In_a_query_expression_they_find_nothing_and_change_nothing()
    {
        using var org = Fruit.Org();
        foreach (var text in Hostile)
        {
            Action<QueryExpression>[] places =
            [
                query => query.ColumnSet.AddColumn(text),
                query => query.AddOrder(text, OrderType.Ascending),
                query => query.Criteria.AddCondition(text, ConditionOperator.NotNull),
                query => query.Criteria.AddCondition(text, Opportunity.Name, ConditionOperator.NotNull),
                query => query.Criteria.AddCondition(Opportunity.Name, ConditionOperator.Equal, text),
                query => query.Criteria.AddCondition(Opportunity.Name, ConditionOperator.EndsWith, text),
                query => query.Criteria.AddCondition(Opportunity.Name, ConditionOperator.In, text, text),
                query => query.AddLink(text, Opportunity.ParentAccountId, Account.Id),
                query => query.AddLink(Account.Table, text, Account.Id),
                query => query.AddLink(Account.Table, Opportunity.ParentAccountId, text),
            ];
            foreach (var place in places)
            {
                var query = new QueryExpression(Opportunity.Table);
                place(query);
                Assert.AreEqual(0, Found(() => org.System.RetrieveMultiple(query)), text);
            }
        }

        Assert.AreEqual(4, org.System.Count(Opportunity.Table));
    }

    [TestMethod]
    public void In_a_paging_cookie_they_are_refused_or_compared()
    {
        using var org = Fruit.Org();
        foreach (var text in Hostile)
        {
            var value = SecurityElement.Escape(text);
            var cookie = SecurityElement.Escape($"<cookie page=\"1\"><name last=\"{value}\"/><opportunityid last=\"{value}\"/></cookie>");
            var options = $"page='2' paging-cookie='{cookie}'";
            Assert.AreEqual(0, Found(() => org.System.Fetch(Opportunity.Table, "<order attribute='name'/>", options)), options);
        }

        Assert.AreEqual(4, org.System.Count(Opportunity.Table));
    }

    [TestMethod]
    public void As_table_names_they_are_unknown()
    {
        using var org = Fruit.Org();
        foreach (var text in Hostile)
        {
            Assert.AreEqual(-2147217150, Some.Refusal(() => org.System.RetrieveMultiple(new QueryExpression(text))).ErrorCode, text);
            Assert.AreEqual(-2147217150, Some.Refusal(() => org.System.Create(new Entity(text))).ErrorCode, text);
            Assert.AreEqual(-2147217150, Some.Refusal(() => org.System.Delete(text, Guid.Empty)).ErrorCode, text);
        }

        Assert.AreEqual(4, org.System.Count(Opportunity.Table));
    }

    [TestMethod]
    public void As_column_names_of_a_write_they_are_unknown()
    {
        using var org = Fruit.Org();
        foreach (var text in Hostile)
        {
            Assert.AreEqual(-2147217149, Some.Refusal(() => org.System.Add(Opportunity.Table, (text, "a"))).ErrorCode, text);
            Assert.AreEqual(-2147217149, Some.Refusal(() => org.System.Set(new(Opportunity.Table, new Guid(Fruit.Banana)), (text, "a"))).ErrorCode, text);
        }

        Assert.AreEqual(4, org.System.Count(Opportunity.Table));
    }

    [TestMethod]
    public void As_values_of_a_row_they_are_kept_and_found_letter_by_letter()
    {
        var pieces = Gen.OneOf("'", "\"", "%", "_", ";", "--", "/*", "\\", "<", ">", "&", "@p0", ")", "é", "漢", "🍎", "x");
        using var org = Some.Org();
        pieces.Array[1, 20].Select(string.Concat).Sample(
            text =>
            {
                var row = org.System.Add(Account.Table, (Account.Name, text));
                var other = org.System.Add(Account.Table, (Account.Name, text + "."));

                Assert.AreEqual(text, org.System.Get<string>(row, Account.Name));
                var found = org.System.Fetch(Account.Table, $"<filter><condition attribute='name' operator='eq' value='{SecurityElement.Escape(text)}'/></filter>");
                Assert.AreEqual(row.Id, found.Entities.Single().Id);
                org.System.Remove(row);
                org.System.Remove(other);
            },
            iter: 200,
            threads: 1);
    }

    private static IReadOnlyList<string> Hostile { get; } =
    [
        "' OR '1'='1",
        "'; DROP TABLE opportunity; --",
        "\"; DELETE FROM \"opportunity\"; --",
        "name\" IS NOT NULL OR \"name",
        "name) OR (1=1",
        "\") OR 1=1 --",
        "1 OR 1=1",
        "1; ATTACH DATABASE 'x' AS y",
        "@p0",
        "]]>",
        "<filter/>",
    ];

    // Rows found; a refusal, of the platform or of LocalOrg, finds none. Anything else is no refusal but an accident.
    private static int Found(Func<EntityCollection> query)
    {
        try
        {
            return query().Entities.Count;
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            return 0;
        }
        catch (NotSupportedByLocalOrgException)
        {
            return 0;
        }
    }
}
