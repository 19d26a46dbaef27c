using CrmExtensions.Local;
using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>How deep, how long and how much at once a plug-in may go (platform-facts.md 2).</summary>
[TestClass]
public sealed class LimitTests
{
    [TestMethod]
    [DataRow(8, true)]
    [DataRow(9, false)]
    public void Messages_nest_eight_deep(int levels, bool isAccepted)
    {
        using var org = Some.Org();
        var deepest = 0;
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            deepest = call.Context.Depth;
            if (call.Context.Depth < levels)
            {
                call.Service.Add(Account.Table);
            }
        });

        if (isAccepted)
        {
            org.System.Add(Account.Table);
        }
        else
        {
            var refusal = Some.Refusal(() => org.System.Add(Account.Table));
            Assert.AreEqual(-2147204734, refusal.ErrorCode);
            Assert.Contains("infinite loop", refusal.Message);
        }

        Assert.AreEqual(8, deepest);
        Assert.AreEqual(isAccepted ? 8 : 0, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void A_loop_of_jobs_ends_after_eight_too()
    {
        using var org = Some.Org();
        org.Later("Create", Account.Table, call => call.Service.Add(Account.Table));

        org.System.Add(Account.Table);
        org.RunJobs();

        Assert.AreEqual(8, org.System.Count(Account.Table));
        Assert.HasCount(1, org.FailedJobs);
        Assert.Contains("infinite loop", org.FailedJobs[0]);
    }

    [TestMethod]
    [DataRow(0, true)]
    [DataRow(1, false)]
    public void A_message_may_take_two_minutes(int secondsMore, bool isAccepted)
    {
        var now = Some.Moment;
        using var org = Some.Org(Some.Options with { Clock = () => now });
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            now = now.AddMinutes(2).AddSeconds(secondsMore);
            call.Service.Add(Contact.Table);
        });

        AssertInTime(org, isAccepted, () => org.System.Add(Account.Table));
    }

    [TestMethod]
    public void Messages_within_count_toward_the_outer_ones_two_minutes()
    {
        var now = Some.Moment;
        using var org = Some.Org(Some.Options with { Clock = () => now });
        org.On("Create", Account.Table, Some.PreOperation, call =>
        {
            now = now.AddSeconds(90);
            call.Service.Add(Contact.Table);
        });
        org.On("Create", Contact.Table, Some.PostOperation, call =>
        {
            now = now.AddSeconds(31);
            call.Service.Add(Lead.Table);
        });

        AssertInTime(org, isAccepted: false, () => org.System.Add(Account.Table));
    }

    [TestMethod]
    public void A_job_has_two_minutes_of_its_own()
    {
        var now = Some.Moment;
        using var org = Some.Org(Some.Options with { Clock = () => now });
        org.Later("Create", Account.Table, call => call.Service.Add(Contact.Table));
        org.Later("Create", Account.Table, call =>
        {
            now = now.AddMinutes(3);
            call.Service.Add(Contact.Table);
        });
        org.System.Add(Account.Table);
        now = now.AddHours(1);

        org.RunJobs();

        Assert.AreEqual(1, org.System.Count(Contact.Table));
        Assert.Contains("two-minute limit", org.FailedJobs.Single());
    }

    // "Send requests one by one" (platform-facts.md 2).
    [TestMethod]
    [DataRow("CreateMultiple")]
    [DataRow("UpdateMultiple")]
    [DataRow("UpsertMultiple")]
    [DataRow("DeleteMultiple")]
    [DataRow("ExecuteMultiple")]
    public void A_bulk_message_inside_a_plugin_is_refused(string message)
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, call => call.Service.Execute(new OrganizationRequest(message)));

        var refusal = Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => org.System.Add(Account.Table));

        Assert.Contains($"{message} inside a plug-in", refusal.Message);
        Assert.AreEqual(0, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void Reading_many_rows_is_no_bulk_message()
    {
        using var org = Some.Org();
        var found = 0;
        org.On("Create", Account.Table, Some.PostOperation, call => found = call.Service.RetrieveMultiple(new QueryExpression(Account.Table)).Entities.Count);

        org.System.Add(Account.Table);

        Assert.AreEqual(1, found);
    }

    private static void AssertInTime(LocalOrg org, bool isAccepted, Action act)
    {
        if (isAccepted)
        {
            act();
        }
        else
        {
            var refusal = Some.Refusal(act);
            Assert.Contains("two-minute limit", refusal.Message);
        }

        Assert.AreEqual(isAccepted ? 1 : 0, org.System.Count(Account.Table));
    }
}
