using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Who acts on behalf of another may do what both may (PD/impersonate-another-user.md); who is disabled may do nothing.</summary>
[TestClass]
public sealed class ImpersonationTests
{
    private const int MissingPrivilege = -2147220960;

    [TestMethod]
    public void Acting_on_behalf_of_another_takes_a_privilege()
    {
        using var offices = new Offices("Salesperson");

        var refusal = Some.Refusal(() => offices.Org.As(offices.User("West").Id, onBehalfBy: offices.User("East").Id).Fetch(Opportunity.Table));

        Assert.AreEqual(MissingPrivilege, refusal.ErrorCode);
        Assert.Contains("prvActOnBehalfOfAnotherUser", refusal.Message);
    }

    [TestMethod]
    public void Who_may_do_more_does_no_more_than_the_other()
    {
        using var offices = new Offices("Salesperson");
        offices.AddRows(Opportunity.Table, Opportunity.Name);
        var administrator = offices.Org.AddUser("Administrator", roles: ["System Administrator"]);
        var service = offices.Org.As(offices.User("West").Id, onBehalfBy: administrator);

        Assert.AreEqual(1, service.Count(Opportunity.Table));
        var deal = service.Add(Opportunity.Table);
        Assert.AreEqual(offices.User("West").Id, offices.Org.System.Get<EntityReference>(deal, Opportunity.CreatedBy)!.Id);
        Assert.AreEqual(MissingPrivilege, Some.Refusal(() => service.Fetch(Rollup.Table)).ErrorCode);
    }

    [TestMethod]
    public void A_disabled_user_does_nothing_and_owns_nothing_new()
    {
        using var offices = new Offices("Salesperson");
        offices.Org.System.Set(offices.User("East"), (SystemUser.IsDisabled, true));

        foreach (var act in new Action[]
        {
            () => offices.As("East").Fetch(Opportunity.Table),
            () => offices.Org.System.Add(Opportunity.Table, (Opportunity.OwnerId, offices.User("East"))),
        })
        {
            var refusal = Some.Refusal(act);
            Assert.AreEqual(-2147220955, refusal.ErrorCode);
            Assert.AreEqual("The specified user is either disabled or is not a member of any business unit", refusal.Message);
        }

        offices.Org.System.Set(offices.User("East"), (SystemUser.IsDisabled, false));
        Assert.AreEqual(0, offices.As("East").Count(Opportunity.Table));
    }

    // SUP/.../error-when-trying-to-save-record: "even the System Administrator will get the same error message".
    [TestMethod]
    public void A_step_that_runs_as_a_disabled_user_stops_everybody()
    {
        using var offices = new Offices("Salesperson");
        offices.Org.On("Create", Account.Table, Some.PostOperation, call => call.ServiceOf(Guid.Empty).Add(Contact.Table), step => step with { RunsAs = offices.User("East").Id });
        offices.Org.System.Add(Account.Table);
        offices.Org.System.Set(offices.User("East"), (SystemUser.IsDisabled, true));

        Assert.AreEqual(-2147220955, Some.Refusal(() => offices.Org.System.Add(Account.Table)).ErrorCode);
        Assert.AreEqual(1, offices.Org.System.Count(Account.Table));
    }
}
