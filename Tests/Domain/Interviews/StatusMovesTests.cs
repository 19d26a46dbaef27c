using CrmExtensions.Interviews;
using CrmExtensions.Texts;
using CsCheck;
using static CrmExtensions.Interviews.InterviewStatus;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class StatusMovesTests
{
    private static readonly Gen<MoveFacts> AnyFacts = Gen.Select(
        Gen.Int[0, 15], Gen.Bool, Gen.Bool, Gen.Int[-1, 2], Gen.Bool, Gen.Bool, Gen.Bool,
        (by, hearing, waiver, band, reason, open, newer) => new MoveFacts
        {
            By = (Movers)by,
            HearingRecorded = hearing,
            WaiverApproved = waiver,
            Band = band < 0 ? null : band,
            HasReason = reason,
            OpportunityIsOpen = open,
            NewerCloseExists = newer,
        });

    private static readonly Gen<InterviewStatus> AnyStatus = Gen.Enum<InterviewStatus>();

    private static readonly Dictionary<InterviewStatus, char> Recorded = new() { [Completed] = 'H', [CompletedWaived] = 'V', [OutOfScope] = 'R' };

    // Columns: where to, 1 to 9. O owner, M manager, S anybody once the close no longer holds, W owner
    // with hearing or waiver, H manager with hearing, V manager with waiver, R manager with reason. A dot is refused, a dash is no move.
    [TestMethod]
    [DataRow(NotStarted, "-O.W...SR")]
    [DataRow(InProgress, ".-OW...SR")]
    [DataRow(Scheduled, "..-O...SR")]
    [DataRow(Submitted, "...-MHVSR")]
    [DataRow(Returned, "...O-..SR")]
    [DataRow(Completed, "....M-.S.")]
    [DataRow(CompletedWaived, "....M.-S.")]
    [DataRow(Superseded, ".......-.")]
    [DataRow(OutOfScope, ".......S-")]
    public void Who_may_take_an_interview_where(InterviewStatus from, string row)
    {
        Assert.AreEqual(row, string.Concat(InterviewStatuses.All.Select(to => Letter(from, to))));
    }

    [TestMethod]
    [DataRow(Submitted, Completed, true)]
    [DataRow(Submitted, CompletedWaived, true)]
    [DataRow(Submitted, OutOfScope, true)]
    [DataRow(InProgress, OutOfScope, true)]
    [DataRow(Submitted, Returned, false)]
    [DataRow(Completed, Returned, false)]
    public void A_manager_who_owns_the_interview_leaves_its_approval_to_a_second_person(InterviewStatus from, InterviewStatus to, bool takesSecondPerson)
    {
        var facts = Ready(to) with { By = Movers.Owner | Movers.Manager };

        Assert.AreEqual(takesSecondPerson ? Text.MoveTakesSecondPerson : null, StatusMoves.Judge(from, to, facts)?.What.Text);
    }

    [TestMethod]
    //       band  refused
    [DataRow(null, Text.MoveNotSpecific)]
    [DataRow(0, Text.MoveNotSpecific)]
    [DataRow(1, Text.MoveNotSpecific)]
    [DataRow(2, null)]
    public void A_policy_completes_what_is_specific_though_its_owner_has_just_submitted_it(int? band, Text? refused)
    {
        foreach (var to in new[] { Completed, CompletedWaived })
        {
            Assert.AreEqual(refused, StatusMoves.Judge(Submitted, to, Ready(to) with { By = Movers.Owner | Movers.Policy, Band = band })?.What.Text);
        }
    }

    [TestMethod]
    public void A_policy_rules_out_with_a_reason_whatever_the_band()
    {
        Assert.IsNull(StatusMoves.Judge(NotStarted, OutOfScope, new MoveFacts { By = Movers.Policy, HasReason = true }));
        Assert.AreEqual(Text.MoveNeedsReason, StatusMoves.Judge(NotStarted, OutOfScope, new MoveFacts { By = Movers.Policy })!.What.Text);
    }

    [TestMethod]
    //       hearing waiver  complete               waived
    [DataRow(false, false, Text.MoveNeedsHearing, Text.MoveNeedsWaiver)]
    [DataRow(true, false, null, Text.MoveNeedsWaiver)]
    [DataRow(false, true, Text.MoveNeedsHearing, null)]
    [DataRow(true, true, null, Text.MoveNeedsWaiver, DisplayName = "a hearing outranks the waiver")]
    public void A_hearing_completes_and_a_waiver_completes_only_without_one(bool hearing, bool waiver, Text? completed, Text? waived)
    {
        var facts = new MoveFacts { By = Movers.Manager, HearingRecorded = hearing, WaiverApproved = waiver };

        Assert.AreEqual(completed, StatusMoves.Judge(Submitted, Completed, facts)?.What.Text);
        Assert.AreEqual(waived, StatusMoves.Judge(Submitted, CompletedWaived, facts)?.What.Text);
    }

    [TestMethod]
    //       open   newer  allowed
    [DataRow(false, false, false)]
    [DataRow(true, false, true)]
    [DataRow(false, true, true)]
    [DataRow(true, true, true)]
    public void An_interview_is_superseded_when_and_only_when_its_close_no_longer_holds(bool isOpen, bool newer, bool allowed)
    {
        Gen.Select(AnyFacts, AnyStatus).Sample((facts, from) => from == Superseded
            || StatusMoves.Judge(from, Superseded, facts with { OpportunityIsOpen = isOpen, NewerCloseExists = newer }) is null == allowed);
    }

    [TestMethod]
    public void No_facts_whatever_move_an_interview_outside_the_table() => Gen.Select(AnyStatus, AnyStatus, AnyFacts).Sample((from, to, facts) =>
        StatusMoves.Judge(from, to, facts) is not null || from == to || StatusMoves.All.Any(move => move.From == from && move.To == to));

    [TestMethod]
    public void Every_refusal_names_the_move_in_both_languages() => Gen.Select(AnyStatus, AnyStatus, AnyFacts, Gen.Enum<Language>()).Sample((from, to, facts, language) =>
        StatusMoves.Judge(from, to, facts)?.In(language) is not { } refusal
        || refusal.Contains(Wording.In(language, InterviewStatuses.Name(from)), StringComparison.Ordinal)
        && refusal.Contains(Wording.In(language, InterviewStatuses.Name(to)), StringComparison.Ordinal)
        && !refusal.Contains('{', StringComparison.Ordinal));

    [TestMethod]
    public void No_move_is_listed_twice() => CollectionAssert.AllItemsAreUnique(StatusMoves.All.Select(move => (move.From, move.To)).ToList());

    [TestMethod]
    public void A_refusal_names_the_ways_onward_and_who_may_go_them()
    {
        Assert.AreEqual(
            "ヒアリングを「完了」から「記入中」に変えることはできません。「完了」から変えられるのは次のとおりです：「差し戻し」（営業マネージャー）、「取消（再オープン）」（システム）。",
            StatusMoves.Judge(Completed, InProgress, new MoveFacts())!.In(Language.Japanese));
        Assert.AreEqual("Only a manager may take an interview from “Submitted” to “Returned”.", StatusMoves.Judge(Submitted, Returned, new MoveFacts())!.In(Language.English));
        Assert.AreEqual("An interview cannot go from “Superseded” to “Returned”: “Superseded” is final.", StatusMoves.Judge(Superseded, Returned, new MoveFacts())!.In(Language.English));
    }

    private static MoveFacts Ready(InterviewStatus to) => new()
    {
        HearingRecorded = to != CompletedWaived,
        WaiverApproved = to == CompletedWaived,
        HasReason = true,
        OpportunityIsOpen = true,
    };

    private static char Letter(InterviewStatus from, InterviewStatus to)
    {
        bool Allows(Movers by, MoveFacts facts) => StatusMoves.Judge(from, to, facts with { By = by }) is null;
        var bare = new MoveFacts();
        bool[] allowed = [Allows(Movers.Owner, Ready(to)), Allows(Movers.Manager, Ready(to)), Allows(Movers.None, Ready(to)), Allows(Movers.Owner, bare), Allows(Movers.Manager, bare)];
        return Letter(to, string.Concat(allowed.Select(yes => yes ? 'y' : 'n')));
    }

    // Owner, manager and anybody with all on record; owner and manager with nothing.
    private static char Letter(InterviewStatus to, string allowed) => allowed switch
    {
        "yyyyy" => '-',
        "yyynn" => 'S',
        "ynnyn" => 'O',
        "ynnnn" => 'W',
        "nynny" => 'M',
        "nynnn" => Recorded[to],
        "nnnnn" => '.',
        _ => '!',
    };
}
