using CrmExtensions.Closing;
using CrmExtensions.Texts;
using CrmExtensions.Waivers;
using CsCheck;
using static CrmExtensions.Tests.Given;
using static CrmExtensions.Waivers.WaiverStatus;

namespace CrmExtensions.Tests;

/// <summary>1 asks, 2 manages, 4 heads, 6 owns.</summary>
[TestClass]
public sealed class WaiverMovesTests
{
    private static readonly DateTime Asked = Day("2026-05-01");

    private static readonly WaiverRequest Request = new() { Outcome = Outcome.Lost, Requester = Id(1), Owner = Id(6), RequestedOn = Asked };

    // Columns: where to, 0 to 5. A approver, R requester, C the clock, H a hearing. A dot is refused, a dash is no move.
    [TestMethod]
    [DataRow(Requested, "-AARCH")]
    [DataRow(Approved, ".-...H")]
    [DataRow(Rejected, "..-...")]
    [DataRow(Withdrawn, "...-..")]
    [DataRow(Expired, "....-.")]
    [DataRow(CancelledByHearing, ".....-")]
    public void Who_may_take_a_waiver_where(WaiverStatus from, string row) =>
        Assert.AreEqual(row, string.Concat(Enum.GetValues<WaiverStatus>().Select(to => Letter(Request with { Status = from }, to))));

    [TestMethod]
    //       outcome      by  approve
    [DataRow(Outcome.Lost, 1, Text.WaiverTakesSecondPerson, DisplayName = "who asked")]
    [DataRow(Outcome.Lost, 6, Text.WaiverTakesSecondPerson, DisplayName = "who owns it")]
    [DataRow(Outcome.Lost, 2, null, DisplayName = "the manager")]
    [DataRow(Outcome.Lost, 4, Text.WaiverNotYoursToDecide, DisplayName = "the head beside a manager")]
    [DataRow(Outcome.Won, 2, Text.WaiverNotYoursToDecide, DisplayName = "the manager of a won deal")]
    [DataRow(Outcome.Won, 4, null, DisplayName = "the head of a won deal")]
    public void A_second_person_decides(Outcome outcome, int by, Text? refused)
    {
        foreach (var decision in new[] { Approved, Rejected })
        {
            Assert.AreEqual(refused, WaiverMoves.Judge(Request with { Outcome = outcome }, decision, By(by))?.What.Text);
        }
    }

    [TestMethod]
    public void Only_who_asked_withdraws()
    {
        Assert.IsNull(WaiverMoves.Judge(Request, Withdrawn, By(1)));
        Assert.AreEqual(Text.WaiverNotYoursToWithdraw, WaiverMoves.Judge(Request, Withdrawn, By(2))!.What.Text);
        Assert.AreEqual(Text.WaiverNotYoursToWithdraw, WaiverMoves.Judge(Request, Withdrawn, By(6))!.What.Text);
    }

    [TestMethod]
    //       today         days expired
    [DataRow("2026-05-31", 30, false, DisplayName = "the last day of 30")]
    [DataRow("2026-06-01", 30, true, DisplayName = "the day after")]
    [DataRow("2026-05-01", 0, false)]
    [DataRow("2026-05-02", 0, true)]
    [DataRow("2026-05-02", -5, true, DisplayName = "fewer than none are none")]
    [DataRow("2026-06-01", int.MaxValue, false)]
    public void A_request_expires_after_its_days(string today, int days, bool expired)
    {
        var facts = new WaiverFacts(Id(0), By(0).Approvers, Day(today), days);

        Assert.AreEqual(expired, WaiverMoves.IsExpired(Request, facts));
        Assert.AreEqual(expired, Request.RequestedOn < WaiverMoves.ExpiredIfAskedBefore(facts));
        Assert.AreEqual(expired ? null : Text.WaiverNotExpired, WaiverMoves.Judge(Request, Expired, facts)?.What.Text);
        Assert.IsFalse(WaiverMoves.IsExpired(Request with { Status = Approved }, facts), "an approved one waits for nothing");
    }

    [TestMethod]
    public void A_hearing_and_nothing_else_cancels()
    {
        foreach (var status in new[] { Requested, Approved })
        {
            Assert.IsNull(WaiverMoves.Judge(Request with { Status = status, HearingRecorded = true }, CancelledByHearing, By(0)));
            Assert.AreEqual(Text.WaiverNotCancelled, WaiverMoves.Judge(Request with { Status = status }, CancelledByHearing, By(2))!.What.Text);
        }
    }

    [TestMethod]
    public void After_a_hearing_nothing_is_approved_but_it_may_be_rejected()
    {
        Assert.AreEqual(Text.WaiverAfterHearing, WaiverMoves.Judge(Request with { HearingRecorded = true }, Approved, By(2))!.What.Text);
        Assert.IsNull(WaiverMoves.Judge(Request with { HearingRecorded = true }, Rejected, By(2)));
    }

    [TestMethod]
    //       status     heard  31 days later
    [DataRow(Requested, false, Expired)]
    [DataRow(Requested, true, CancelledByHearing, DisplayName = "a hearing says more than a date")]
    [DataRow(Approved, false, null)]
    [DataRow(Approved, true, CancelledByHearing)]
    [DataRow(Rejected, true, null)]
    [DataRow(Withdrawn, true, null)]
    [DataRow(Expired, true, null)]
    [DataRow(CancelledByHearing, true, null)]
    public void What_time_and_hearings_end_is_ended_by_the_server(WaiverStatus status, bool heard, WaiverStatus? ended)
    {
        var facts = new WaiverFacts(Id(0), By(0).Approvers, Asked.AddDays(31));

        Assert.AreEqual(ended, WaiverMoves.DueOf(Request with { Status = status, HearingRecorded = heard }, facts));
    }

    [TestMethod]
    [DataRow(Requested, true)]
    [DataRow(Approved, true)]
    [DataRow(Rejected, false)]
    [DataRow(Withdrawn, false)]
    [DataRow(Expired, false)]
    [DataRow(CancelledByHearing, false)]
    public void A_hearing_outruns_what_still_waives(WaiverStatus status, bool isOutrun)
    {
        Assert.AreEqual(isOutrun, WaiverMoves.IsOutrun(Request with { Status = status, HearingRecorded = true }));
        Assert.IsFalse(WaiverMoves.IsOutrun(Request with { Status = status }));
    }

    [TestMethod]
    public void No_facts_whatever_move_a_waiver_outside_the_table() => Gen.Select(
        Gen.Enum<WaiverStatus>(), Gen.Enum<WaiverStatus>(), Gen.Int[0, 6], Gen.Bool, Gen.Enum<Outcome>(), Gen.DateTime,
        Gen.Enum<Language>()).Sample((from, to, by, heard, outcome, today, language) =>
    {
        var request = Request with { Status = from, HearingRecorded = heard, Outcome = outcome };
        var refusal = WaiverMoves.Judge(request, to, By(by) with { Today = today });
        return refusal is null ? from == to || WaiverMoves.All.Any(move => move.From == from && move.To == to) : !refusal.In(language).Contains('{', StringComparison.Ordinal);
    });

    [TestMethod]
    public void Refusals_say_who_decides()
    {
        Assert.AreEqual("この免除申請を決められるのは次の人です：部署長（いなければ運営）。", WaiverMoves.Judge(Request with { Outcome = Outcome.Won }, Approved, By(2))!.In(Language.Japanese));
        Assert.AreEqual("A waiver cannot go from “Rejected” to “Approved”. Ask for a new waiver if you need one.", WaiverMoves.Judge(Request with { Status = Rejected }, Approved, By(2))!.In(Language.English));
    }

    private static WaiverFacts By(int person) => new(Id(person), new Approvers(Id(2), [], [Id(4)], []), Asked);

    private static char Letter(WaiverRequest request, WaiverStatus to)
    {
        if (request.Status == to)
        {
            return WaiverMoves.Judge(request, to, By(0)) is null ? '-' : '!';
        }

        bool Allows(WaiverRequest asked, WaiverFacts facts) => WaiverMoves.Judge(asked, to, facts) is null;
        var letters = (Allows(request, By(2)) ? "A" : "")
            + (Allows(request, By(1)) ? "R" : "")
            + (Allows(request, By(0) with { Today = Asked.AddDays(31) }) ? "C" : "")
            + (Allows(request with { HearingRecorded = true }, By(0)) ? "H" : "");
        return letters.Length == 0 ? '.' : letters.Length == 1 ? letters[0] : '!';
    }
}
