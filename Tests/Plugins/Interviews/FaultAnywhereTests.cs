using System.ServiceModel;
using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests.Interviews;

/// <summary>
/// A fault at any service call of any behaviour: the user sees the action refused and repeats it, a job that was lost or has
/// failed is made good by the sweep, and the end is the same as without the fault.
/// </summary>
[TestClass]
public sealed class FaultAnywhereTests
{
    private const int SqlError = -2147204784;

    // The sweep makes the same calls in every script: it is broken in one.
    private const string SweepToo = "closed again";

    private static readonly IReadOnlyDictionary<string, Action<Desk, Script>> Scripts = new Dictionary<string, Action<Desk, Script>>
    {
        ["heard"] = Heard,
        ["returned"] = Returned,
        ["waived"] = Waived,
        ["waived, then heard"] = WaivedThenHeard,
        ["closed again"] = ClosedAgain,
        ["out of scope"] = OutOfScope,
    };

    [TestMethod]
    [DataRow("heard")]
    [DataRow("returned")]
    [DataRow("waived")]
    [DataRow("waived, then heard")]
    [DataRow("closed again")]
    [DataRow("out of scope")]
    public void Ends_where_it_would_have_ended_without_the_fault(string name)
    {
        var expected = Play(name, failing: 0, crash: false).End;
        foreach (var crash in new[] { false, true })
        {
            // The scripts begin alike, and each with another of these calls.
            for (var failing = 1 + (Scripts.Keys.Order(StringComparer.Ordinal).ToList().IndexOf(name) % Enumerations.FaultStep); ; failing += Enumerations.FaultStep)
            {
                var outcome = Play(name, failing, crash);
                Assert.AreEqual("", Picture.Difference(expected, outcome.End), $"{(crash ? "crash" : "fault")} at call {failing}");
                if (!outcome.HasFailed)
                {
                    Assert.IsGreaterThan(10, failing, "service calls");
                    break;
                }
            }
        }
    }

    private static (string End, bool HasFailed) Play(string name, int failing, bool crash)
    {
        using var office = new Office();
        office.Rival("Orrery Cloud");
        var deal = office.Deal();
        var script = new Script(office, failing, crash, withSweep: name == SweepToo);
        script.Act(() => office.Lose(deal, Desk.Day(1), office.Rows(Competitor.Table).Single().Id));
        script.LetAnHourPass();
        Scripts[name](new Desk(office, deal), script);
        script.LetAnHourPass();
        office.Org.Meter.AtServiceCall = null;
        for (var hour = 0; hour < 3; hour++)
        {
            office.Advance(TimeSpan.FromHours(1));
            office.Sweep();
        }

        return (Picture.Of(office), script.HasFailed);
    }

    private static void Heard(Desk desk, Script script)
    {
        script.Act(() => desk.Save(desk.Office.Rep, Desk.Reflection(desk.Office)));
        script.Act(() => desk.Save(desk.Office.Rep, Desk.Hearing(desk.Office)));
        script.Act(() => desk.AddCustomerReason("H1"));
        script.Act(() => desk.Office.Rep.Create(new Entity(Evidence.Table)
        {
            [Evidence.InterviewId] = new EntityReference(Interview.Table, desk.Id),
            [Evidence.Type] = Desk.Choice(2),
            [Evidence.Excerpt] = "議事録: 移行計画が見えない",
        }));
        script.LetAnHourPass();
        script.Act(() => desk.Move(desk.Office.Rep, 4));
        script.Act(() => desk.Move(desk.Office.Manager, 6));
    }

    private static void Returned(Desk desk, Script script)
    {
        Heard(desk, script);
        script.Act(() => desk.Move(desk.Office.Manager, 5, (Interview.ReviewNote, "どの会議ですか")));
        script.LetAnHourPass();
        script.Act(() => desk.Save(desk.Office.Rep, Interview.Atmosphere, "落ち着いた雰囲気"));
        script.Act(() => desk.Move(desk.Office.Rep, 4));
        script.Act(() => desk.Move(desk.Office.Manager, 6));
    }

    private static void Waived(Desk desk, Script script)
    {
        script.Act(() => desk.AskForWaiver());
        script.Act(() => desk.DecideWaiver(desk.Office.Manager, 1));
        script.Act(() => desk.Save(desk.Office.Rep, Desk.Reflection(desk.Office)));
        script.Act(() => desk.Save(desk.Office.Rep, Desk.Note));
        script.Act(() => desk.Move(desk.Office.Rep, 4));
        script.Act(() => desk.Move(desk.Office.Manager, 7));
    }

    private static void WaivedThenHeard(Desk desk, Script script)
    {
        Waived(desk, script);
        script.Act(() => desk.Move(desk.Office.Manager, 5));
        script.Act(() => desk.Save(desk.Office.Rep, Desk.Hearing(desk.Office)));
        script.LetAnHourPass();
        script.Act(() => desk.AddCustomerReason("H1"));
        script.Act(() => desk.Move(desk.Office.Rep, 4));
        script.Act(() => desk.Move(desk.Office.Manager, 6));
    }

    private static void ClosedAgain(Desk desk, Script script)
    {
        script.Act(() => desk.Save(desk.Office.Rep, Desk.Reflection(desk.Office)));
        script.Act(() => desk.Office.Reopen(desk.Deal));
        script.LetAnHourPass();
        script.Act(() => desk.Office.Win(desk.Deal, Desk.Day(9), 900m));
    }

    private static void OutOfScope(Desk desk, Script script) =>
        script.Act(() => desk.Move(desk.Office.Manager, 9, (Interview.OutOfScopeReason, "整理のため")));

    /// <summary>What users and the asynchronous service do, at one service call of which something breaks.</summary>
    private sealed class Script(Office office, int failing, bool crash, bool withSweep)
    {
        private int calls;
        private bool isInJob;
        private bool wasRowOfFold;

        public bool HasFailed { get; private set; }

        /// <summary>What a user, or the scheduler, does; refused by the fault, he does it again.</summary>
        public void Act(Action act)
        {
            office.Org.Meter.AtServiceCall = (_, request) => Count(request);
            try
            {
                act();
            }
            catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == SqlError)
            {
                act();
            }
        }

        /// <summary>The asynchronous service at work, and an hour later the sweep.</summary>
        public void LetAnHourPass()
        {
            isInJob = true;
            office.Org.RunJobs();
            isInJob = false;
            office.Advance(TimeSpan.FromHours(1));
            if (withSweep)
            {
                Act(() => office.Sweep());
                return;
            }

            office.Org.Meter.AtServiceCall = null;
            office.Sweep();
        }

        private void Count(OrganizationRequest request)
        {
            // The rows of a fold are written one like the other: it breaks at the first of them.
            var isRowOfFold = request is CreateRequest { Target.LogicalName: Rollup.Table } or UpdateRequest { Target.LogicalName: Rollup.Table };
            var isLikeTheLast = isRowOfFold && wasRowOfFold;
            wasRowOfFold = isRowOfFold;
            if (isLikeTheLast || ++calls != failing)
            {
                return;
            }

            HasFailed = true;
            if (crash && isInJob)
            {
                throw new WorkerLostException();
            }

            throw new FaultException<OrganizationServiceFault>(new OrganizationServiceFault { ErrorCode = SqlError }, new FaultReason("Generic SQL error."));
        }
    }
}
