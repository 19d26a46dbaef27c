using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Copies of the row before and after, with the columns registered and no others (PD/register-plug-in.md).</summary>
[TestClass]
public sealed class ImageTests
{
    private const int Before = 0;
    private const int After = 1;
    private const int Both = 2;

    private Entity? before;
    private Entity? after;

    [TestMethod]
    [DataRow(Some.PreValidation)]
    [DataRow(Some.PreOperation)]
    [DataRow(Some.PostOperation)]
    public void A_pre_image_is_the_row_as_it_was_at_every_stage(int stage)
    {
        using var org = Some.Org();
        var deal = Deal(org);
        Watch(org, "Update", stage, Before, Opportunity.Name, Opportunity.EstimatedValue);

        org.System.Set(deal, (Opportunity.Name, "new"));

        Assert.AreEqual("old", before![Opportunity.Name]);
        Assert.AreEqual(new Money(5m), before[Opportunity.EstimatedValue]);
        Assert.AreEqual(deal.Id, before.Id);
    }

    [TestMethod]
    public void A_pre_image_is_the_row_as_it_was_for_a_job_too()
    {
        using var org = Some.Org();
        var deal = Deal(org);
        Watch(org, "Update", Some.PostOperation, Both, isAsynchronous: true, Opportunity.Name);

        org.System.Set(deal, (Opportunity.Name, "new"));
        org.System.Set(deal, (Opportunity.Description, "newer"));
        org.RunJobs();

        Assert.AreEqual("new", before![Opportunity.Name]);
        Assert.AreEqual("new", after![Opportunity.Name]);
    }

    [TestMethod]
    public void A_post_image_has_what_changed_and_what_did_not()
    {
        using var org = Some.Org();
        var deal = Deal(org);
        Watch(org, "Update", Some.PostOperation, After, Opportunity.Name, Opportunity.EstimatedValue, Opportunity.StateCode);

        org.System.Set(deal, (Opportunity.Name, "new"));

        Assert.AreEqual("new", after![Opportunity.Name]);
        Assert.AreEqual(new Money(5m), after[Opportunity.EstimatedValue]);
        Assert.AreEqual(new OptionSetValue(Opportunity.StateCodeOption.Open), after[Opportunity.StateCode]);
    }

    [TestMethod]
    public void An_image_has_only_the_columns_registered_and_of_those_the_filled_ones()
    {
        using var org = Some.Org();
        var deal = Deal(org);
        Watch(org, "Update", Some.PostOperation, Both, Opportunity.EstimatedValue, Opportunity.Description);

        org.System.Set(deal, (Opportunity.Name, "new"));

        CollectionAssert.AreEqual(new[] { Opportunity.EstimatedValue }, before!.Attributes.Keys.ToList());
        CollectionAssert.AreEqual(new[] { Opportunity.EstimatedValue }, after!.Attributes.Keys.ToList());
    }

    [TestMethod]
    public void An_image_without_columns_has_all()
    {
        using var org = Some.Org();
        var deal = Deal(org);
        Watch(org, "Update", Some.PreOperation, Before);

        org.System.Set(deal, (Opportunity.Name, "new"));

        Assert.AreEqual("old", before![Opportunity.Name]);
        Assert.AreEqual(Some.Moment, before[Opportunity.CreatedOn]);
    }

    [TestMethod]
    public void An_emptied_column_is_not_in_the_post_image()
    {
        using var org = Some.Org();
        var deal = Deal(org);
        Watch(org, "Update", Some.PostOperation, Both, Opportunity.EstimatedValue);

        org.System.Set(deal, (Opportunity.EstimatedValue, null));

        Assert.AreEqual(new Money(5m), before![Opportunity.EstimatedValue]);
        Assert.IsFalse(after!.Contains(Opportunity.EstimatedValue));
    }

    // "Win/Lose do not support entity images"; Create has a post-image only, Delete a pre-image only (platform-facts.md 0 fact 2, 1).
    [TestMethod]
    [DataRow("Win", Some.PostOperation, After, "the message Win has none")]
    [DataRow("Lose", Some.PostOperation, Before, "the message Lose has none")]
    [DataRow("Create", Some.PostOperation, Both, "the row before Create")]
    [DataRow("Create", Some.PreOperation, Before, "the row before Create")]
    [DataRow("Delete", Some.PostOperation, After, "the row after Delete")]
    [DataRow("Update", Some.PreOperation, After, "the row after Update, which is not there in stage 20")]
    public void An_image_that_is_not_there_is_refused_at_registration(string message, int stage, int kind, string why)
    {
        using var org = Some.Org();

        var refusal = Assert.ThrowsExactly<InvalidDataException>(() => Watch(org, message, stage, kind, Opportunity.Name));

        Assert.Contains("Step 'watch' asks for ", refusal.Message);
        Assert.Contains(why, refusal.Message);
    }

    [TestMethod]
    public void A_new_row_has_an_after_and_a_deleted_one_a_before()
    {
        using var org = Some.Org();
        Watch(org, "Create", Some.PostOperation, After, Opportunity.Name, Opportunity.StateCode);
        var deal = Deal(org);
        Assert.AreEqual("old", after![Opportunity.Name]);
        Assert.AreEqual(new OptionSetValue(Opportunity.StateCodeOption.Open), after[Opportunity.StateCode]);

        Watch(org, "Delete", Some.PreOperation, Before, Opportunity.Name);
        org.System.Remove(deal);
        Assert.AreEqual("old", before![Opportunity.Name]);
    }

    [TestMethod]
    public void Changing_an_image_changes_nothing_else()
    {
        using var org = Some.Org();
        var deal = Deal(org);
        org.On("Update", Opportunity.Table, Some.PreOperation, call => call.Context.PreEntityImages["image"][Opportunity.Name] = "forged", With(Before, Opportunity.Name));

        org.System.Set(deal, (Opportunity.Description, "a"));

        Assert.AreEqual("old", org.System.Get<string>(deal, Opportunity.Name));
    }

    private static EntityReference Deal(LocalOrg org) =>
        org.System.Add(Opportunity.Table, (Opportunity.Name, "old"), (Opportunity.EstimatedValue, new Money(5m)));

    private static Func<Step, Step> With(int kind, params string[] columns) =>
        step => step with { Name = "watch", Images = [new StepImage("image", kind, columns, "Target")] };

    private void Watch(LocalOrg org, string message, int stage, int kind, params string[] columns) =>
        Watch(org, message, stage, kind, isAsynchronous: false, columns);

    private void Watch(LocalOrg org, string message, int stage, int kind, bool isAsynchronous, params string[] columns) => org.On(
        message,
        Opportunity.Table,
        stage,
        call =>
        {
            before = call.Context.PreEntityImages.TryGetValue("image", out var old) ? old : null;
            after = call.Context.PostEntityImages.TryGetValue("image", out var current) ? current : null;
        },
        step => With(kind, columns)(step) with { IsAsynchronous = isAsynchronous });
}
