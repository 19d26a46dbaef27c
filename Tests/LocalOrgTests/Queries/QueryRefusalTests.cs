using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>
/// Names that are not there, with the platform's codes (tag ERR of platform-facts.md), and XML that is no query: there the
/// platform has a code for each mistake and LocalOrg one for all, so only its words are looked at.
/// </summary>
[TestClass]
public sealed class QueryRefusalTests
{
    private const int UnknownTable = -2147217150;
    private const int UnknownColumn = -2147217149;
    private const string Link = "<link-entity name='account' from='accountid' to='parentaccountid' alias='acc'/>";

    [TestMethod]
    [DataRow("<fetch><entity name='nonsense'/></fetch>")]
    [DataRow("<fetch><entity name='opportunity'><link-entity name='nonsense' from='a' to='b'/></entity></fetch>")]
    public void An_unknown_table_is_named(string fetch)
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.RetrieveMultiple(new FetchExpression(fetch)));

        Assert.AreEqual(UnknownTable, refusal.ErrorCode);
        Assert.AreEqual("The entity with a name = 'nonsense' with namemapping = 'Logical' was not found in the MetadataCache.", refusal.Message);
    }

    [TestMethod]
    [DataRow("<attribute name='nonsense'/>", "opportunity")]
    [DataRow("<order attribute='nonsense'/>", "opportunity")]
    [DataRow("<filter><condition attribute='nonsense' operator='null'/></filter>", "opportunity")]
    [DataRow("<link-entity name='account' from='nonsense' to='parentaccountid'/>", "account")]
    [DataRow("<link-entity name='account' from='accountid' to='nonsense'/>", "opportunity")]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid'><attribute name='nonsense'/></link-entity>", "account")]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid'><filter><condition attribute='nonsense' operator='null'/></filter></link-entity>", "account")]
    [DataRow("<filter><condition entityname='acc' attribute='nonsense' operator='null'/></filter>" + Link, "account")]
    public void An_unknown_column_is_named_with_its_table(string inside, string table)
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Fetch(Opportunity.Table, inside));

        Assert.AreEqual(UnknownColumn, refusal.ErrorCode);
        Assert.AreEqual($"'{table}' entity doesn't contain attribute with Name = 'nonsense' and NameMapping = 'Logical'.", refusal.Message);
    }

    [TestMethod]
    public void An_unknown_column_of_a_retrieve_is_named_too()
    {
        using var org = Fruit.Org();

        var refusal = Some.Refusal(() => org.System.Retrieve(Opportunity.Table, new Guid(Fruit.Banana), new ColumnSet("nonsense")));

        Assert.AreEqual(UnknownColumn, refusal.ErrorCode);
    }

    [TestMethod]
    public void A_row_that_is_not_there_is_named()
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Read(new EntityReference(Opportunity.Table, Some.Id(9))));

        Assert.AreEqual(-2147220969, refusal.ErrorCode);
        Assert.AreEqual($"Entity 'opportunity' With Id = {Some.Id(9)} Does Not Exist", refusal.Message);
    }

    [TestMethod]
    [DataRow("<filter><condition entityname='other' attribute='name' operator='null'/></filter>" + Link, "'other'")]
    [DataRow("<order entityname='other' attribute='name'/>" + Link, "'other'")]
    [DataRow(Link + Link, "'acc' is used twice")]
    public void An_alias_must_be_there_once(string inside, string words)
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Fetch(Opportunity.Table, inside));

        Assert.StartsWith("Invalid query: ", refusal.Message);
        Assert.Contains(words, refusal.Message);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("select * from account")]
    [DataRow("<fetch><entity name='account'></fetch>")]
    [DataRow("<!DOCTYPE fetch [<!ENTITY x 'account'>]><fetch><entity name='&x;'/></fetch>")]
    [DataRow("<grab><entity name='account'/></grab>")]
    [DataRow("<fetch/>")]
    [DataRow("<fetch><entity/></fetch>")]
    [DataRow("<fetch top='many'><entity name='account'/></fetch>")]
    [DataRow("<fetch count='1' page='next'><entity name='account'/></fetch>")]
    [DataRow("<fetch><entity name='account'><attribute/></entity></fetch>")]
    [DataRow("<fetch><entity name='account'><order/></entity></fetch>")]
    [DataRow("<fetch><entity name='account'><filter><condition operator='null'/></filter></entity></fetch>")]
    [DataRow("<fetch><entity name='account'><filter><condition attribute='name'/></filter></entity></fetch>")]
    [DataRow("<fetch><entity name='account'><filter><condition attribute='name' operator='eq'/></filter></entity></fetch>")]
    [DataRow("<fetch><entity name='account'><filter><condition attribute='name' operator='in'/></filter></entity></fetch>")]
    [DataRow("<fetch><entity name='account'><filter><condition attribute='name' operator='between' value='a'/></filter></entity></fetch>")]
    [DataRow("<fetch><entity name='account'><filter><condition attribute='name' operator='eq'><value>a</value><value>b</value></condition></filter></entity></fetch>")]
    [DataRow("<fetch><entity name='account'><link-entity name='contact' to='accountid'/></entity></fetch>")]
    [DataRow("<fetch distinct='true'><entity name='account'/></fetch>")]
    [DataRow("<fetch page='2' paging-cookie='&lt;cookie'><entity name='account'/></fetch>")]
    [DataRow("<fetch page='2' paging-cookie='&lt;cookie/>'><entity name='account'/></fetch>")]
    [DataRow("<fetch aggregate='true'><entity name='account'/></fetch>")]
    [DataRow("<fetch aggregate='true'><entity name='account'><attribute name='name' aggregate='count'/></entity></fetch>")]
    [DataRow("<fetch aggregate='true'><entity name='account'><attribute name='name' alias='n'/></entity></fetch>")]
    [DataRow("<fetch aggregate='true'><entity name='account'><attribute name='name' aggregate='count' alias='n'/><order attribute='name'/></entity></fetch>")]
    [DataRow("<fetch aggregate='true'><entity name='account'><attribute name='name' aggregate='count' alias='n'/><order alias='m'/></entity></fetch>")]
    [DataRow("<fetch><entity name='opportunity'><link-entity name='account' from='accountid' to='parentaccountid'><attribute name='name' alias='n'/><order alias='n'/></link-entity></entity></fetch>")]
    public void What_is_no_query_is_refused(string fetch)
    {
        using var org = Some.Org();

        Assert.StartsWith("Invalid query: ", Some.Refusal(() => org.System.RetrieveMultiple(new FetchExpression(fetch))).Message);
    }

    // A real org's words and code: rappen/FetchXMLBuilder issue 1059.
    [TestMethod]
    [DataRow("eq", "soon")]
    [DataRow("ge", "21-8-2024 09:29:16")]
    [DataRow("on", "someday")]
    public void A_text_that_is_no_date_is_named(string comparison, string value)
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Fetch(Opportunity.Table, $"<filter><condition attribute='createdon' operator='{comparison}' value='{value}'/></filter>"));

        Assert.AreEqual(-2147220935, refusal.ErrorCode);
        Assert.AreEqual($"The date-time format for {value} is invalid, or value is outside the supported range.", refusal.Message);
    }

    [TestMethod]
    [DataRow("opportunityid", "x")]
    [DataRow("parentaccountid", "1")]
    [DataRow("estimatedvalue", "much")]
    [DataRow("statuscode", "open")]
    [DataRow("statuscode", "1.5")]
    [DataRow("versionnumber", "v1")]
    public void A_text_that_is_no_value_of_the_column_is_refused(string column, string value)
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Fetch(Opportunity.Table, $"<filter><condition attribute='{column}' operator='eq' value='{value}'/></filter>"));

        Assert.AreEqual(-2147220989, refusal.ErrorCode);
        Assert.Contains($"'{column}' of 'opportunity'", refusal.Message);
    }
}
