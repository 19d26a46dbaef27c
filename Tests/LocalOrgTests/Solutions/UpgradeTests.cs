using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>
/// A next version of the solution over an org that has rows: what is new arrives, what has changed is in force, and nothing is
/// lost, not even what the next version no longer lists (maker/data-platform/update-solutions.md, "Update").
/// </summary>
[TestClass]
public sealed class UpgradeTests
{
    private const string Steps = "SdkMessageProcessingSteps";
    private const int DuplicateKey = -2147088238;

    private static readonly Guid NewRole = new("5f0d9c0e-7a44-4f6e-9c53-0f4f7f7c0a11");

    [TestMethod]
    public void Every_row_keeps_its_values_and_a_new_column_is_there_and_empty()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();
        IReadOnlyList<string> before;
        using (var first = place.Open(solution.Zip()))
        {
            Close(first);
            first.RunJobs();
            before = Demonstration.RowsOf(first);
        }

        solution.AddColumn("wl_Interview", "wl_Remark", "nvarchar", "<MaxLength>5</MaxLength>");
        using var second = place.Open(solution.Zip());

        CollectionAssert.AreEqual(before.ToArray(), Demonstration.RowsOf(second).ToArray());
        var interview = Only(second, Interview.Table);
        second.System.Set(interview, ("wl_remark", "later"));
        Assert.AreEqual("later", second.System.Get<string>(interview, "wl_remark"));
        Assert.AreEqual(-2147204303, Some.Refusal(() => second.System.Set(interview, ("wl_remark", "longer"))).ErrorCode);
    }

    [TestMethod]
    public void New_lookups_point_to_rows_that_were_there_and_to_no_others()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();
        EntityReference account;
        using (var first = place.Open(solution.Zip()))
        {
            account = first.System.Add(Account.Table, (Account.Name, "A"));
            first.System.Add(VaguePhrase.Table, (VaguePhrase.PhraseKey, "k"));
        }

        solution.AddColumn("wl_VaguePhrase", "wl_AccountId", "lookup");
        solution.AddRelationship("Account", "wl_VaguePhrase", "wl_AccountId");
        solution.AddColumn("wl_VaguePhrase", "wl_CustomerId", "customer");
        solution.AddRelationship("Account", "wl_VaguePhrase", "wl_CustomerId");
        solution.AddRelationship("Contact", "wl_VaguePhrase", "wl_CustomerId");
        using var second = place.Open(solution.Zip());

        var phrase = Only(second, VaguePhrase.Table);
        second.System.Set(phrase, ("wl_accountid", account), ("wl_customerid", account));
        Assert.AreEqual(account, second.System.Get<EntityReference>(phrase, "wl_customerid"));
        Assert.AreEqual(-2147220969, Some.Refusal(() => second.System.Set(phrase, ("wl_accountid", new EntityReference(Account.Table, Some.Id(99))))).ErrorCode);
    }

    [TestMethod]
    public void A_changed_step_is_in_force_and_no_step_is_doubled()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();
        int steps;
        using (var first = place.Open(solution.Zip()))
        {
            Close(first);
            Phrase(first, "k");
            steps = first.Catalog.Steps.Count;
            Some.Refusal(() => first.System.Remove(Only(first, Interview.Table)));
        }

        solution.Edit(solution.Find(Steps, "S5 RefuseDeletingInterviews"), step => step.SetElementValue("PrimaryEntity", VaguePhrase.Table));
        using var second = place.Open(solution.Zip());

        Assert.HasCount(steps, second.Catalog.Steps);
        Some.Refusal(() => second.System.Remove(Only(second, VaguePhrase.Table)));
        second.System.Remove(Only(second, Interview.Table));
        Assert.AreEqual(0, second.System.Count(Interview.Table));
    }

    [TestMethod]
    public void A_table_that_is_new_arrives_with_its_alternate_key()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();
        place.Open(solution.Zip()).Dispose();

        solution.AddTable("wl_VaguePhrase", "wl_Later");
        using var second = place.Open(solution.Zip());
        second.System.Add("wl_later", (VaguePhrase.PhraseKey, "k"));

        Assert.AreEqual(DuplicateKey, Some.Refusal(() => second.System.Add("wl_later", (VaguePhrase.PhraseKey, "k"))).ErrorCode);
    }

    [TestMethod]
    public void An_alternate_key_that_is_new_guards_the_rows_that_were_there()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();
        using (var first = place.Open(solution.Zip()))
        {
            first.System.Add(VaguePhrase.Table, (VaguePhrase.PhraseKey, "k"), (VaguePhrase.Name, "one"));
        }

        solution.AddKey("wl_VaguePhrase", "wl_ByName", VaguePhrase.Name);
        using var second = place.Open(solution.Zip());

        Assert.AreEqual(DuplicateKey, Some.Refusal(() => second.System.Add(VaguePhrase.Table, (VaguePhrase.PhraseKey, "l"), (VaguePhrase.Name, "one"))).ErrorCode);
    }

    [TestMethod]
    public void What_the_next_versions_no_longer_list_stays()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();
        using (var first = place.Open(solution.Zip()))
        {
            Close(first);
            first.System.Add(VaguePhrase.Table, (VaguePhrase.PhraseKey, "k"), (VaguePhrase.MessageEn, "kept"));
        }

        solution.EditColumn("wl_VaguePhrase", "wl_MessageEn", column => column.Remove());
        solution.RemoveStep(solution.Find(Steps, "S5 RefuseDeletingInterviews"));
        place.Open(solution.Zip()).Dispose();
        solution.AddColumn("wl_VaguePhrase", "wl_Remark", "nvarchar", "<MaxLength>5</MaxLength>");
        using var third = place.Open(solution.Zip());

        var phrase = Only(third, VaguePhrase.Table);
        Assert.AreEqual("kept", third.System.Get<string>(phrase, VaguePhrase.MessageEn));
        third.System.Set(phrase, ("wl_remark", "new"), (VaguePhrase.MessageEn, "changed"));
        Assert.AreEqual("changed", third.System.Get<string>(phrase, VaguePhrase.MessageEn));
        Some.Refusal(() => third.System.Remove(Only(third, Interview.Table)));
    }

    [TestMethod]
    public void A_role_that_is_new_can_be_given_in_every_unit()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();
        Guid east;
        using (var first = place.Open(solution.Zip()))
        {
            east = first.AddBusinessUnit("East");
        }

        solution.AddRole("WL Seller", "WL Later", NewRole);
        using var second = place.Open(solution.Zip());

        second.AddUser("There", east, ["WL Seller", "WL Later"]);
        second.AddUser("Here", roles: ["WL Later"]);
        Assert.HasCount(2, second.System.Fetch(Role.Table, $"<filter><condition attribute='{Role.ParentRootRoleId}' operator='eq' value='{NewRole}'/></filter>").Entities);
    }

    [TestMethod]
    public void Jobs_that_had_not_run_are_taken_up_by_the_next_version()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();
        int waiting;
        using (var first = place.Open(solution.Zip()))
        {
            Close(first);
            waiting = first.PendingJobs;
        }

        solution.AddColumn("wl_Interview", "wl_Remark", "nvarchar", "<MaxLength>5</MaxLength>");
        using var second = place.Open(solution.Zip());
        Assert.IsGreaterThan(0, waiting);
        Assert.AreEqual(waiting, second.PendingJobs);
        second.RunJobs();

        Assert.IsEmpty(second.FailedJobs);
        Assert.IsGreaterThan(0, second.System.Count(Rollup.Table));
    }

    [TestMethod]
    public void The_shipped_solution_goes_over_an_older_one_in_a_file()
    {
        using var solution = new SolutionCopy();
        using var file = new TempFile();
        solution.EditColumn("wl_VaguePhrase", "wl_MessageEn", column => column.Remove());
        using (var first = LocalOrg.InFile(file.Path, solution.Zip(), Some.Options))
        {
            Phrase(first, "k");
        }

        using var second = LocalOrg.InFile(file.Path, Some.Options);

        var phrase = Only(second, VaguePhrase.Table);
        Assert.AreEqual("k", second.System.Get<string>(phrase, VaguePhrase.PhraseKey));
        second.System.Set(phrase, (VaguePhrase.MessageEn, "new"));
        Assert.AreEqual("new", second.System.Get<string>(phrase, VaguePhrase.MessageEn));
    }

    [TestMethod]
    public void The_same_version_again_is_no_import()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();
        var zip = solution.Zip();
        Local.Metadata.Catalog before;
        using (var first = place.Open(zip))
        {
            before = first.Catalog;
        }

        using var second = place.Open(zip);

        Assert.AreSame(before, second.Catalog);
    }

    private static void Close(LocalOrg org) => org.System.Add(
        OpportunityClose.Table,
        (OpportunityClose.OpportunityId, org.System.Add(Opportunity.Table, (Opportunity.Name, "Deal"), (Opportunity.EstimatedValue, new Money(1000m)))),
        (OpportunityClose.OpportunityStateCode, new OptionSetValue(OpportunityClose.OpportunityStateCodeOption.Won)));

    private static void Phrase(LocalOrg org, string key) => org.System.Add(VaguePhrase.Table, (VaguePhrase.PhraseKey, key));

    private static EntityReference Only(LocalOrg org, string table) => org.System.RetrieveMultiple(new QueryExpression(table)).Entities.Single().ToEntityReference();
}
