using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>The sequential part comes from a SQL sequence: unique, with gaps on rollback (platform-facts.md 3).</summary>
[TestClass]
public sealed class AutonumberTests
{
    [TestMethod]
    public void Numbers_rise_and_carry_the_month()
    {
        var now = Some.Moment;
        using var org = Some.Org(Some.Options with { Clock = () => now });
        Assert.AreEqual("WL-202602-001000", Number(org));

        now = now.AddMonths(1);
        Assert.AreEqual("WL-202603-001001", Number(org));
    }

    [TestMethod]
    public void A_number_given_by_hand_is_kept_and_takes_none()
    {
        using var org = Some.Org();
        var named = org.System.Add(Interview.Table, (Interview.Name, "by hand"));

        Assert.AreEqual("by hand", org.System.Get<string>(named, Interview.Name));
        Assert.AreEqual("WL-202602-001000", Number(org));
    }

    [TestMethod]
    public void A_rollback_leaves_a_gap()
    {
        using var org = Some.Org();
        var refuses = true;
        org.On("Create", Interview.Table, Some.PostOperation, _ =>
        {
            if (refuses)
            {
                throw new InvalidPluginExecutionException("no");
            }
        });
        Some.Refusal(() => Number(org));

        refuses = false;

        Assert.AreEqual("WL-202602-001001", Number(org));
    }

    private static string? Number(Local.LocalOrg org) => org.System.Get<string>(org.System.Add(Interview.Table), Interview.Name);
}
