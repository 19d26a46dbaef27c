using CrmExtensions.Tables;

namespace CrmExtensions.Tests;

/// <summary>
/// How far a privilege reaches: own rows, the business unit's, all (platform-facts.md 4). No role of the catalog has a
/// privilege for a unit and those below it, so that depth is not tested.
/// </summary>
[TestClass]
public sealed class DepthTests
{
    private const int NoAccess = -2147187962;

    [TestMethod]
    [DataRow("WL Seller", Interview.Table, Interview.Name, "East", "East")]
    [DataRow("WL Seller", Interview.Table, Interview.Name, "Root", "Root")]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "East", "Colleague East")]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "Below", "Below")]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "Root", "Root")]
    [DataRow("Salesperson", Account.Table, Account.Name, "West", "Below Colleague East Root West")]
    [DataRow("System Administrator", Opportunity.Table, Opportunity.Name, "West", "Below Colleague East Root West")]
    public void Read_finds_the_rows_in_reach(string role, string table, string name, string reader, string found)
    {
        using var offices = new Offices(role);
        offices.AddRows(table, name);

        var rows = offices.As(reader).Fetch(table, $"<attribute name='{name}'/><order attribute='{name}'/>");

        Assert.AreEqual(found, rows.Texts(name));
    }

    [TestMethod]
    [DataRow("WL Seller", Interview.Table, Interview.Name, "East", "East", true)]
    [DataRow("WL Seller", Interview.Table, Interview.Name, "East", "Colleague", false)]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "East", "Colleague", true)]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "East", "Below", false)]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "East", "West", false)]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "Below", "East", false)]
    [DataRow("Salesperson", Account.Table, Account.Name, "East", "West", true)]
    public void A_row_out_of_reach_is_there_but_may_not_be_read(string role, string table, string name, string reader, string owner, bool isReached)
    {
        using var offices = new Offices(role);
        var row = offices.Row(table, name, owner);

        AssertReaches(isReached, () => offices.As(reader).Read(row, name), "prvRead");
    }

    [TestMethod]
    [DataRow("WL Seller", Interview.Table, Interview.Name, "East", true)]
    [DataRow("WL Seller", Interview.Table, Interview.Name, "Colleague", false)]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "Colleague", true)]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "Below", false)]
    [DataRow("Salesperson", Account.Table, Account.Name, "Colleague", true)]
    [DataRow("Salesperson", Account.Table, Account.Name, "West", false)]
    [DataRow("System Administrator", Account.Table, Account.Name, "West", true)]
    public void Write_needs_the_row_in_reach_even_where_it_may_be_read(string role, string table, string name, string owner, bool isReached)
    {
        using var offices = new Offices(role);
        var row = offices.Row(table, name, owner);

        AssertReaches(isReached, () => offices.As("East").Set(row, (name, "changed")), "prvWrite");

        Assert.AreEqual(isReached ? "changed" : owner, offices.Org.System.Get<string>(row, name));
    }

    [TestMethod]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "East", true)]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "Colleague", false)]
    [DataRow("Salesperson", Opportunity.Table, Opportunity.Name, "West", false)]
    [DataRow("System Administrator", Opportunity.Table, Opportunity.Name, "West", true)]
    public void Delete_has_a_reach_of_its_own(string role, string table, string name, string owner, bool isReached)
    {
        using var offices = new Offices(role);
        var row = offices.Row(table, name, owner);

        AssertReaches(isReached, () => offices.As("East").Remove(row), "prvDelete");

        Assert.AreEqual(isReached ? 0 : 1, offices.Org.System.Count(table));
    }

    [TestMethod]
    public void The_widest_of_several_roles_holds()
    {
        using var offices = new Offices("Salesperson", "System Administrator");
        offices.AddRows(Opportunity.Table, Opportunity.Name);

        Assert.AreEqual(5, offices.As("West").Count(Opportunity.Table));
    }

    [TestMethod]
    public void Aggregates_and_counts_see_only_rows_in_reach()
    {
        using var offices = new Offices("Salesperson");
        offices.AddRows(Opportunity.Table, Opportunity.Name);

        Assert.AreEqual("2", offices.As("East").Fetch(Opportunity.Table, "<attribute name='name' aggregate='count' alias='n'/>", "aggregate='true'").Texts("n"));
        Assert.AreEqual(2, offices.As("East").Fetch(Opportunity.Table, "", "count='1' returntotalrecordcount='true'").TotalRecordCount);
    }

    [TestMethod]
    public void A_row_given_away_is_out_of_reach()
    {
        using var offices = new Offices("Salesperson");
        var deal = offices.Row(Opportunity.Table, Opportunity.Name, "East");
        Assert.AreEqual("East", offices.As("East").Get<string>(deal, Opportunity.Name));

        offices.Org.System.Set(deal, (Opportunity.OwnerId, offices.User("West")));

        Assert.AreEqual(NoAccess, Some.Refusal(() => offices.As("East").Read(deal)).ErrorCode);
        Assert.AreEqual("East", offices.As("West").Get<string>(deal, Opportunity.Name));
    }

    private static void AssertReaches(bool isReached, Action act, string privilege)
    {
        if (isReached)
        {
            act();
            return;
        }

        var refusal = Some.Refusal(act);
        Assert.AreEqual(NoAccess, refusal.ErrorCode);
        Assert.StartsWith("SecLib::AccessCheckEx failed.", refusal.Message);
        Assert.Contains(privilege, refusal.Message);
    }
}
