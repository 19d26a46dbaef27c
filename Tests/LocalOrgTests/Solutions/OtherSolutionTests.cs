using System.ServiceModel;
using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>LocalOrg for any solution: what Tests/LocalOrg/README.md says to do.</summary>
[TestClass]
public sealed class OtherSolutionTests
{
    private static string Home => AppContext.BaseDirectory;

    [TestMethod]
    public void A_solution_in_a_folder_of_its_own_is_an_org_with_its_tables_and_its_steps()
    {
        using var org = LocalOrg.FromFolder(Path.Combine(Home, "solution"), Path.Combine(Home, "CrmExtensionsPlugins.dll"), Some.Options);
        var deal = org.System.Add(Opportunity.Table, (Opportunity.Name, "Deal"));
        org.System.Execute(new OrganizationRequest("WinOpportunity")
        {
            ["OpportunityClose"] = new Entity(OpportunityClose.Table) { [OpportunityClose.OpportunityId] = deal },
            ["Status"] = new OptionSetValue(-1),
        });

        Assert.AreEqual(1, org.System.Count(Interview.Table));
    }

    // The lines of Tests/LocalOrg/README.md.
    [TestMethod]
    public void A_user_is_refused_what_no_role_allows_and_jobs_run_when_the_test_wants_them()
    {
        var now = Some.Moment;
        using var org = LocalOrg.FromFolder(Path.Combine(Home, "solution"), Path.Combine(Home, "CrmExtensionsPlugins.dll"), new LocalOrgOptions { Clock = () => now, Workers = 0 });
        var rep = org.As(org.AddUser("Rep", roles: ["Salesperson"]));
        var guest = org.As(org.AddUser("Guest"));

        var deal = rep.Create(new Entity("opportunity") { ["name"] = "Deal" });
        var refusal = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => guest.Delete("opportunity", deal));

        Assert.AreEqual(-2147220960, refusal.Detail.ErrorCode);
        org.RunJobs();
        Assert.IsEmpty(org.FailedJobs);
    }

    [TestMethod]
    public void A_plug_in_is_tried_by_registering_it()
    {
        using var org = LocalOrg.FromSolution();
        org.On("Create", Account.Table, Some.PreOperation, call => call.Target[Account.Name] = "(株)" + call.Target[Account.Name]);

        var account = org.System.Add(Account.Table, (Account.Name, "青空食品"));

        Assert.AreEqual("(株)青空食品", org.System.Get<string>(account, Account.Name));
    }

    [TestMethod]
    public void A_folder_that_is_not_there_is_named() =>
        Assert.Contains("nowhere", Assert.ThrowsExactly<DirectoryNotFoundException>(() => LocalOrg.FromFolder(Path.Combine(Home, "nowhere"), "none.dll")).Message);
}
