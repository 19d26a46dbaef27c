using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>Writes that hold only for the version of the row they were decided on (platform-facts.md 2).</summary>
[TestClass]
public sealed class ConcurrencyTests
{
    private const int Mismatch = -2147088254;
    private const int NotProvided = -2147088253;

    [TestMethod]
    public void An_update_of_the_version_read_goes_through_once()
    {
        using var org = Some.Org();
        var row = Read(org.System, org.System.Add(Account.Table, (Account.Name, "a")));
        Update(org.System, row, "b");

        var refusal = Some.Refusal(() => Update(org.System, row, "c"));

        Assert.AreEqual(Mismatch, refusal.ErrorCode);
        Assert.AreEqual("The version of the existing record doesn't match the RowVersion property provided.", refusal.Message);
        Assert.AreEqual("b", org.System.Get<string>(row.ToEntityReference(), Account.Name));
    }

    [TestMethod]
    public void A_deletion_of_the_version_read_goes_through_and_of_an_older_one_not()
    {
        using var org = Some.Org();
        var old = Read(org.System, org.System.Add(Account.Table, (Account.Name, "a")));
        org.System.Set(old.ToEntityReference(), (Account.Name, "b"));

        Assert.AreEqual(Mismatch, Some.Refusal(() => Delete(org.System, old.ToEntityReference())).ErrorCode);
        Assert.AreEqual(1, org.System.Count(Account.Table));

        Delete(org.System, Read(org.System, old.ToEntityReference()).ToEntityReference());
        Assert.AreEqual(0, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void The_version_must_be_given()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);

        foreach (var act in new Action[] { () => Update(org.System, new Entity(Account.Table, account.Id), "b"), () => Delete(org.System, account) })
        {
            var refusal = Some.Refusal(act);
            Assert.AreEqual(NotProvided, refusal.ErrorCode);
            Assert.AreEqual("The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches.", refusal.Message);
        }
    }

    [TestMethod]
    [DataRow("0")]
    [DataRow("-1")]
    [DataRow("W/\"12\"")]
    [DataRow("99999999999999999999")]
    public void What_is_no_version_of_the_row_is_another_version(string version)
    {
        using var org = Some.Org();
        var row = org.System.Add(Account.Table, (Account.Name, "a"));

        Assert.AreEqual(Mismatch, Some.Refusal(() => Update(org.System, new Entity(Account.Table, row.Id) { RowVersion = version }, "b")).ErrorCode);
        Assert.AreEqual(Mismatch, Some.Refusal(() => Delete(org.System, new EntityReference(Account.Table, row.Id) { RowVersion = version })).ErrorCode);
        Assert.AreEqual("a", org.System.Get<string>(row, Account.Name));
    }

    // Nothing below the row is touched either: the version is looked at before the cascade.
    [TestMethod]
    public void A_deletion_of_an_older_version_leaves_the_rows_below_and_runs_none_of_their_steps()
    {
        using var org = Some.Org();
        var deal = org.System.Add(Opportunity.Table);
        org.System.Add(OpportunityProduct.Table, (OpportunityProduct.OpportunityId, deal));
        var runs = 0;
        org.On("Delete", OpportunityProduct.Table, Some.PreValidation, _ => runs++);

        Assert.AreEqual(Mismatch, Some.Refusal(() => Delete(org.System, new EntityReference(Opportunity.Table, deal.Id) { RowVersion = "1" })).ErrorCode);

        Assert.AreEqual((0, 1), (runs, org.System.Count(OpportunityProduct.Table)));
    }

    [TestMethod]
    public void A_row_that_is_gone_does_not_exist_whatever_the_version()
    {
        using var org = Some.Org();

        Assert.AreEqual(-2147220969, Some.Refusal(() => Update(org.System, new Entity(Account.Table, Some.Id(1)) { RowVersion = "1" }, "b")).ErrorCode);
    }

    [TestMethod]
    [DataRow(ConcurrencyBehavior.Default)]
    [DataRow(ConcurrencyBehavior.AlwaysOverwrite)]
    public void Without_asking_the_version_does_not_matter(ConcurrencyBehavior behavior)
    {
        using var org = Some.Org();
        var row = Read(org.System, org.System.Add(Account.Table, (Account.Name, "a")));
        org.System.Set(row.ToEntityReference(), (Account.Name, "b"));

        Update(org.System, row, "c", behavior);

        Assert.AreEqual("c", org.System.Get<string>(row.ToEntityReference(), Account.Name));
    }

    [TestMethod]
    public void State_and_other_columns_together_are_checked_once()
    {
        using var org = Some.Org();
        var row = Read(org.System, org.System.Add(Account.Table, (Account.Name, "a")));
        row[Account.StateCode] = new OptionSetValue(Account.StateCodeOption.Inactive);

        Update(org.System, row, "b");

        Assert.AreEqual(new OptionSetValue(Account.StateCodeOption.Inactive), org.System.Get<OptionSetValue>(row.ToEntityReference(), Account.StateCode));
    }

    [TestMethod]
    public void A_version_is_that_of_the_version_column_and_rises_with_every_write()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        var first = org.System.Read(account);
        org.System.Add(Competitor.Table);
        org.System.Set(account, (Account.Name, "b"));
        var second = org.System.Read(account);

        Assert.AreEqual(first.RowVersion, first[Account.VersionNumber].ToString());
        Assert.IsGreaterThan((long)first[Account.VersionNumber] + 1, (long)second[Account.VersionNumber]);
    }

    private static Entity Read(IOrganizationService service, EntityReference row) => service.Read(row, Account.VersionNumber);

    private static void Update(IOrganizationService service, Entity read, string name, ConcurrencyBehavior behavior = ConcurrencyBehavior.IfRowVersionMatches)
    {
        var target = new Entity(read.LogicalName, read.Id) { RowVersion = read.RowVersion, [Account.Name] = name };
        if (read.Contains(Account.StateCode))
        {
            target[Account.StateCode] = read[Account.StateCode];
        }

        service.Execute(new UpdateRequest { Target = target, ConcurrencyBehavior = behavior });
    }

    private static void Delete(IOrganizationService service, EntityReference row) =>
        service.Execute(new DeleteRequest { Target = row, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
}
