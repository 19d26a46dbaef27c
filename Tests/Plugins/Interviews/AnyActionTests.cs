using CsCheck;

namespace CrmExtensions.Tests.Interviews;

/// <summary>Whatever anybody does, in whatever order: every interview stays inside the state machine, none is lost, none that is locked changes.</summary>
[TestClass]
public sealed class AnyActionTests
{
    private const int ActionsADay = 200;

    // The customer of this deal cannot be heard, so that waivers get somewhere too.
    private const int Unheard = 2;

    // The rep and the manager do most; and most of it is what gets an interview somewhere, or no sequence would come far.
    private static readonly Gen<int> Who = Gen.Frequency((8, Gen.Const(Crowd.Rep)), (6, Gen.Const(Crowd.Manager)), (4, Gen.Int[0, Crowd.Size - 1]));

    private static readonly Gen<Deed> Deeds = Gen.Frequency(
        (4, Gen.Const(Deed.Win)),
        (8, Gen.Const(Deed.Lose)),
        (1, Gen.Const(Deed.Reopen)),
        (10, Gen.Const(Deed.LetJobsRun)),
        (20, Gen.Const(Deed.FillIn)),
        (10, Gen.Const(Deed.WriteNote)),
        (40, Gen.Const(Deed.Submit)),
        (40, Gen.Const(Deed.Review)),
        (10, Gen.Const(Deed.AskForWaiver)),
        (20, Gen.Const(Deed.DecideWaiver)),
        (60, Gen.Enum<Deed>().Where(deed => deed is not (Deed.Reopen or Deed.Hear))));

    private static readonly Gen<Attempt[]> Days = Gen.Select(
        Deeds,
        Who,
        Gen.Int[0, 2],
        Gen.Int[0, 9],
        (deed, who, deal, detail) => new Attempt(deal == Unheard ? WithoutHearing(deed) : deed, who, deal, detail)).Array[ActionsADay];

    [TestMethod]
    public void Two_hundred_actions_of_all_roles_leave_every_interview_inside_the_rules() => Days.Sample(
        day =>
        {
            using var crowd = new Crowd();
            var watch = new InterviewWatch(crowd.Office);
            foreach (var attempt in day)
            {
                crowd.Try(attempt);
                watch.Look(attempt);
            }

            crowd.Office.Org.RunJobs();
            crowd.Office.Advance(TimeSpan.FromMinutes(10));
            crowd.Office.Sweep();
            watch.Look(null);
            watch.DemandAnInterviewForEveryClose();
        },
        iter: Enumerations.Days(50));

    private static Deed WithoutHearing(Deed deed) => deed switch
    {
        Deed.FillIn or Deed.Hear => Deed.WriteNote,
        Deed.Win => Deed.Lose,
        _ => deed,
    };
}
