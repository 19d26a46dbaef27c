using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>
/// "Only sysadmins see a secured column without profile" (platform-facts.md 4). No role but theirs may write the one table
/// that has such a column, so that its own refusal of a write is out of reach behind the missing privilege.
/// </summary>
[TestClass]
public sealed class SecuredColumnTests
{
    [TestMethod]
    [DataRow("WL Insight Reader", false)]
    [DataRow("WL Seller", false)]
    [DataRow("System Administrator", true)]
    public void It_is_absent_for_others_however_it_is_asked_for(string role, bool isSeen)
    {
        using var org = Some.Org();
        var user = org.As(org.AddUser("User", roles: [role]));
        var row = org.System.Add(Rollup.Table, (Rollup.RollupKey, "a"), (Rollup.Tally, "secret"));

        Entity[] answers =
        [
            user.Read(row),
            user.Read(row, Rollup.Tally),
            user.Fetch(Rollup.Table, "<all-attributes/>")[0],
            user.Fetch(Rollup.Table, "<attribute name='wl_tally'/>")[0],
        ];

        foreach (var answer in answers)
        {
            Assert.AreEqual(isSeen ? "secret" : null, answer.GetAttributeValue<string>(Rollup.Tally));
        }
    }

    [TestMethod]
    public void It_is_absent_through_a_link_too()
    {
        using var org = Some.Org();
        var reader = org.As(org.AddUser("Reader", roles: ["WL Insight Reader"]));
        org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, "M"));
        org.System.Add(Rollup.Table, (Rollup.RollupKey, "a"), (Rollup.PeriodKey, "M"), (Rollup.Tally, "secret"));
        var link = "<link-entity name='wl_rollup' from='wl_periodkey' to='wl_periodkey' alias='r'><attribute name='wl_rollupkey'/><attribute name='wl_tally'/></link-entity>";

        var row = reader.Fetch(RollupPeriod.Table, link)[0];

        Assert.IsTrue(row.Contains("r.wl_rollupkey"));
        Assert.IsFalse(row.Contains("r.wl_tally"));
    }

    [TestMethod]
    public void A_plugin_as_the_system_sees_and_writes_it_for_anybody()
    {
        using var org = Some.Org();
        var seller = org.AddUser("Seller", roles: ["Salesperson", "WL Insight Reader"]);
        var row = org.System.Add(Rollup.Table, (Rollup.RollupKey, "a"), (Rollup.Tally, "1"));
        var seen = new List<string?>();
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            seen.Add(call.Service.Get<string>(row, Rollup.Tally));
            seen.Add(call.ServiceOf(Guid.Empty).Get<string>(row, Rollup.Tally));
            call.Service.Set(row, (Rollup.Tally, "2"));
        });

        org.As(seller).Add(Account.Table);

        CollectionAssert.AreEqual(new[] { "1", null }, seen);
        Assert.AreEqual("2", org.System.Get<string>(row, Rollup.Tally));
    }

    [TestMethod]
    public void An_image_has_it_whoever_acts()
    {
        using var org = Some.Org();
        var administrator = org.AddUser("Administrator", roles: ["System Administrator"]);
        var row = org.System.Add(Rollup.Table, (Rollup.RollupKey, "a"), (Rollup.Tally, "secret"));
        string? seen = null;
        org.On(
            "Update",
            Rollup.Table,
            Some.PostOperation,
            call => seen = call.Context.PreEntityImages["image"].GetAttributeValue<string>(Rollup.Tally),
            step => step with { Images = [new Local.Metadata.StepImage("image", 0, [Rollup.Tally], "Target")] });

        org.As(administrator).Set(row, (Rollup.Name, "b"));

        Assert.AreEqual("secret", seen);
    }
}
