using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests.Insights;

/// <summary>
/// A job that writes a card is overtaken, at each of its service calls in turn, by a newer change and everything that follows from it:
/// the card ends as the newest interview has it.
/// </summary>
[TestClass]
public sealed class InterleavingTests
{
    private static readonly IReadOnlyDictionary<string, Action<Desk>> Newer = new Dictionary<string, Action<Desk>>
    {
        ["reopened"] = desk => desk.Office.Reopen(desk.Deal),
        ["corrected"] = desk => Correct(desk, (Interview.DecidingRemark, "導入計画が見えないという一言")),
        ["refused by the customer"] = desk => Correct(desk, (Interview.CustomerConsent, Desk.Choice(3))),
        ["returned"] = desk => desk.Move(desk.Office.Manager, 5),
    };

    [TestMethod]
    [DataRow("reopened", "Withdrawn", "")]
    [DataRow("corrected", "Not interpreted", "導入計画が見えないという一言")]
    [DataRow("refused by the customer", "Withdrawn", "")]
    [DataRow("returned", "Withdrawn", "")]
    public void The_newest_version_stays_whichever_job_ends_last(string change, string status, string words)
    {
        var overtaken = 0;
        for (var at = 1; ; at += Enumerations.Step)
        {
            using var desk = new Desk();
            desk.FillIn();
            desk.Move(desk.Office.Rep, 4);
            desk.Office.Org.RunJobs();
            desk.Move(desk.Office.Manager, 6);

            var calls = 0;
            desk.Office.Org.Meter.AtServiceCall = (_, request) =>
            {
                // The fold comes last, in a transaction of its own, into which nobody can step.
                if (IsFold(request))
                {
                    desk.Office.Org.Meter.AtServiceCall = null;
                }
                else if (++calls == at)
                {
                    desk.Office.Org.Meter.AtServiceCall = null;
                    Newer[change](desk);
                    desk.Office.Sweep();
                }
            };
            desk.Office.Org.RunJobs();
            desk.Office.Org.Meter.AtServiceCall = null;
            desk.Office.Org.RunJobs();

            if (calls < at)
            {
                break;
            }

            overtaken++;
            Assert.AreEqual((status, words), (desk.Only().Status(), desk.Only().Words()), $"overtaken at service call {at}");
            Assert.IsEmpty(desk.Office.Org.FailedJobs, string.Join("; ", desk.Office.Org.FailedJobs));
        }

        Assert.IsGreaterThan(10 / Enumerations.Step, overtaken);
    }

    [TestMethod]
    public void A_job_that_was_lost_is_made_good_by_the_sweep()
    {
        using var desk = new Desk();
        desk.Office.Org.EnableSteps(step => step.TypeName.EndsWith("PublishInsight", StringComparison.Ordinal), false);
        desk.FillIn();
        desk.Complete();
        Assert.IsEmpty(Cards.Of(desk.Office.Marketer));

        desk.Office.Sweep();
        Assert.AreEqual("移行計画が見えない", desk.Only().Words());

        desk.Office.Reopen(desk.Deal);
        desk.Office.Org.RunJobs();
        Assert.AreEqual("Not interpreted", desk.Only().Status());
        desk.Office.Sweep();
        Assert.AreEqual("Withdrawn", desk.Only().Status());

        var version = desk.Office.Rows(Insight.Table).Single().GetAttributeValue<long>(Insight.VersionNumber);
        desk.Office.Sweep();
        Assert.AreEqual(version, desk.Office.Rows(Insight.Table).Single().GetAttributeValue<long>(Insight.VersionNumber));
    }

    private static bool IsFold(OrganizationRequest request) => request is UpdateRequest { Target.LogicalName: RollupPeriod.Table };

    private static void Correct(Desk desk, (string Column, object? Value) change)
    {
        desk.Move(desk.Office.Manager, 5);
        desk.Save(desk.Office.Rep, change.Column, change.Value);
        desk.Move(desk.Office.Rep, 4);
        desk.Move(desk.Office.Manager, 6);
    }
}
