using CrmExtensions.Closing;
using CrmExtensions.Interviews;
using CrmExtensions.Rollups;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

/// <summary>Where a deal counts, and what it counts as.</summary>
[TestClass]
public sealed class DealTests
{
    private static readonly GivenReason Budget = new(new("a1", "A1"), new("0", "A"), IsPrimary: true, IsPrice: true, IsOther: false);
    private static readonly GivenReason Terms = new(new("a3", "A3"), new("0", "A"), IsPrimary: false, IsPrice: true, IsOther: false);
    private static readonly GivenReason Demo = new(new("c4", "C4"), new("2", "C"), IsPrimary: false, IsPrice: false, IsOther: false);
    private static readonly GivenReason Other = new(new("z1", "Z1"), new("9", "Z"), IsPrimary: true, IsPrice: false, IsOther: true);

    private static readonly Deal Lost = new(Outcome.Lost, 100m);
    private static readonly Deal Won = new(Outcome.Won, 100m);

    [TestMethod]
    public void A_deal_belongs_to_the_total_its_industry_its_unit_and_each_competitor()
    {
        var deal = DealOf(Outcome.Won, 100m, new("12", "食品"), new("b1", "東京第一"), new("c1", "Acme"), new("c2", "Bolt"));

        Assert.AreEqual("All=(), BusinessUnit=b1(東京第一), Competitor=c1(Acme), Competitor=c2(Bolt), Industry=12(食品), Outcome=0(受注 / Won)", KnownSlices(deal));
    }

    [TestMethod]
    public void What_a_deal_lacks_counts_under_unknown_once_in_each_dimension()
    {
        var unknown = BookOf(Lost).Slices.Where(slice => slice.IsUnknown).Select(slice => slice.Dimension).ToList();

        Assert.AreEqual("All=(), Outcome=1(失注 / Lost)", KnownSlices(Lost));
        CollectionAssert.AreEquivalent(Enum.GetValues<Dimension>().Except([Dimension.All, Dimension.Outcome]).ToList(), unknown);
    }

    [TestMethod]
    public void A_deal_belongs_to_each_of_its_reasons_and_once_to_their_category()
    {
        var book = BookOf(Lost with { Reasons = [Budget, Terms, Demo] });

        Assert.AreEqual("a1:1 a3:0 c4:0", Primaries(book, Dimension.Reason));
        Assert.AreEqual("0:1 2:0", Primaries(book, Dimension.ReasonCategory));
        Assert.AreEqual(1, book[new Slice(Dimension.ReasonCategory, "0")].Deals, "two reasons of one category are one deal");
    }

    [TestMethod]
    public void Pairs_are_cut_of_what_is_known()
    {
        var deal = DealOf(Outcome.Lost, 1m, null, null, new Named("c1", "Acme")) with
        {
            Reasons = [Budget, Demo],
            Segment = new("0", "Enterprise"),
            Stage = new("3", "Presentation"),
            Trigger = new("8", "Price"),
            ProductLine = new("CLOUD", "Cloud"),
        };

        Assert.AreEqual(
            "Competitor c1 Reason a1, Competitor c1 Reason c4, Outcome 1 Reason a1, Outcome 1 Reason c4, ProductLine CLOUD Reason a1, ProductLine CLOUD Reason c4, Segment 0 Stage 3, Stage 3 Trigger 8",
            string.Join(", ", BookOf(deal).Slices.Where(slice => slice.IsPair).Select(slice => $"{slice.Dimension} {slice.Value} {slice.Dimension2} {slice.Value2}").Order(StringComparer.Ordinal)));
        Assert.IsFalse(BookOf(deal with { Segment = null, Trigger = null, ProductLine = null, Competitors = [], Reasons = [] }).Slices.Any(slice => slice.IsPair));
    }

    [TestMethod]
    //       outcome       loss final  winner  won against, lost to, also ran
    [DataRow(Outcome.Won, null, true, false, 1, 0, 0)]
    [DataRow(Outcome.Won, null, false, false, 0, 0, 0)]
    [DataRow(Outcome.Lost, 0, true, true, 0, 1, 0)]
    [DataRow(Outcome.Lost, 0, false, true, 0, 1, 0)]
    [DataRow(Outcome.Lost, 0, true, false, 0, 0, 1)]
    [DataRow(Outcome.Lost, 0, false, false, 0, 0, 0)]
    [DataRow(Outcome.Lost, 1, true, false, 0, 0, 0)]
    [DataRow(Outcome.Lost, null, true, true, 0, 0, 0)]
    public void Against_a_competitor_a_deal_is_won_lost_or_lost_to_another(Outcome outcome, int? loss, bool isFinalist, bool isWinner, int won, int lost, int alsoRan)
    {
        var tally = BookOf(new Deal(outcome, 1m) { LossOutcome = loss, Competitors = [new(new("x", "X"), isFinalist, isWinner)] })[new Slice(Dimension.Competitor, "x")];

        Assert.AreEqual((won, lost, alsoRan), (tally[Count.WonAgainstIt], tally[Count.LostToIt], tally[Count.AlsoRan]));
    }

    [TestMethod]
    [DataRow(InterviewStatus.NotStarted, "Required")]
    [DataRow(InterviewStatus.Submitted, "Required")]
    [DataRow(InterviewStatus.Returned, "Required")]
    [DataRow(InterviewStatus.Completed, "Required Completed Heard Specific Evidenced")]
    [DataRow(InterviewStatus.CompletedWaived, "Required CompletedWaived Specific Evidenced")]
    [DataRow(InterviewStatus.OutOfScope, "OutOfScope")]
    public void What_is_done_counts_by_status(InterviewStatus status, string marks)
    {
        Assert.AreEqual("Lost " + marks, Marks(Lost with { Status = status, Channel = new("0", "Face to face"), IsRespondentKnown = true, Evidence = EvidenceGrade.B, IsSpecific = true }));
    }

    [TestMethod]
    //       channel role   grade            heard
    [DataRow(true, true, EvidenceGrade.D, true)]
    [DataRow(true, false, EvidenceGrade.A, true)]
    [DataRow(true, false, EvidenceGrade.B, true)]
    [DataRow(true, false, EvidenceGrade.C, false)]
    [DataRow(false, true, EvidenceGrade.A, false)]
    public void The_customer_was_heard_when_a_way_is_named_and_a_role_or_evidence_stands_for_it(bool channel, bool role, EvidenceGrade grade, bool heard)
    {
        var deal = Lost with { Status = InterviewStatus.Completed, Channel = channel ? new("1", "Online") : null, IsRespondentKnown = role, Evidence = grade };

        Assert.AreEqual(heard, Marks(deal).Split(' ').Contains("Heard"));
    }

    [TestMethod]
    [DataRow(true, true, "Required Due OnTime")]
    [DataRow(true, false, "Required Due")]
    [DataRow(false, true, "Required")]
    public void On_time_counts_of_what_is_due(bool due, bool onTime, string marks)
    {
        Assert.AreEqual("Lost " + marks, Marks(Lost with { IsDue = due, IsOnTime = onTime }));
    }

    [TestMethod]
    [DataRow(0, "LostToCompetitor")]
    [DataRow(1, "NoDecision")]
    [DataRow(2, "")]
    [DataRow(3, "StatusQuo")]
    [DataRow(4, "ProjectCancelled")]
    [DataRow(5, "Withdrew")]
    [DataRow(6, "")]
    [DataRow(null, "")]
    public void A_loss_counts_by_where_the_deal_went(int? loss, string mark)
    {
        Assert.AreEqual(("Lost " + mark).TrimEnd() + " Required", Marks(Lost with { LossOutcome = loss }));
        Assert.AreEqual("Won Required", Marks(Won with { LossOutcome = loss }), "of a won deal it says nothing");
    }

    [TestMethod]
    [DataRow("0", null, "StageKnown Upstream")]
    [DataRow("2", 2, "StageKnown Upstream BothStages")]
    [DataRow("3", 2, "StageKnown BothStages StageGap")]
    [DataRow(null, 2, "")]
    public void The_moment_counts_beside_our_guess(string? stage, int? guess, string marks)
    {
        Assert.AreEqual(("Won Required " + marks).TrimEnd(), Marks(Won with { Stage = stage is null ? null : new(stage, ""), SellerStage = guess }));
    }

    [TestMethod]
    public void Price_is_cited_by_any_reason_and_decisive_where_equal_terms_would_have_won()
    {
        var cited = Lost with { Reasons = [Budget with { IsPrimary = false, IsPrice = false }, Terms, Demo with { IsPrimary = true }] };

        Assert.AreEqual("Lost Required ReasonKnown LostReasonKnown PriceCited", Marks(cited));
        Assert.AreEqual("Lost Required ReasonKnown LostReasonKnown PriceCited PriceDecisive", Marks(cited with { IsChosenAtSamePrice = true }));
        Assert.AreEqual("Won Required ReasonKnown", Marks(cited with { Outcome = Outcome.Won, IsChosenAtSamePrice = true }), "price is counted of what was lost");
        Assert.AreEqual("Lost Required", Marks(Lost with { Reasons = [Terms] }), "without a primary reason none is known");
        Assert.AreEqual("Lost Required ReasonKnown LostReasonKnown ReasonOther", Marks(Lost with { Reasons = [Other] }));
    }

    [TestMethod]
    public void Our_hypothesis_agrees_with_the_customer_fully_partly_or_not()
    {
        Deal Heard(GivenReason ours) => Won with { Reasons = [Budget], SellerReason = ours };

        Assert.AreEqual("Won Required ReasonKnown SellerReasonKnown BothReasons SameReason", Marks(Heard(Budget)));
        Assert.AreEqual("Won Required ReasonKnown SellerReasonKnown BothReasons SameCategory", Marks(Heard(Terms)));
        Assert.AreEqual("Won Required ReasonKnown SellerReasonKnown BothReasons", Marks(Heard(Demo)));
        Assert.AreEqual("Won Required SellerReasonKnown", Marks(Won with { SellerReason = Demo }));
    }

    [TestMethod]
    [DataRow(InterviewStatus.Completed, "1")]
    [DataRow(InterviewStatus.CompletedWaived, "1")]
    [DataRow(InterviewStatus.Submitted, "0")]
    public void The_score_counts_of_what_is_completed(InterviewStatus status, string n)
    {
        var tally = BookOf(Won with { Status = status, Score = 80, HearingDays = 3, CompletionDays = 9 })[Slice.All];

        Assert.AreEqual((n, 1, 1), (tally[Scale.Score].N.ToString(System.Globalization.CultureInfo.InvariantCulture), tally[Scale.HearingDays].N, tally[Scale.CompletionDays].N));
    }

    [TestMethod]
    public void A_repeatable_win_counts_of_completed_wins()
    {
        var repeatable = Won with { IsReproducible = true };

        Assert.AreEqual("Won Required Completed CompletedWon Reproducible", Marks(repeatable with { Status = InterviewStatus.Completed }));
        Assert.AreEqual("Won Required CompletedWaived", Marks(repeatable with { Status = InterviewStatus.CompletedWaived }));
        Assert.AreEqual("Lost Required Completed", Marks(repeatable with { Outcome = Outcome.Lost, Status = InterviewStatus.Completed }));
    }

    private static string Marks(Deal deal)
    {
        var tally = BookOf(deal)[Slice.All];
        return string.Join(' ', Enum.GetValues<Count>().Where(count => tally[count] > 0));
    }

    private static string Primaries(TallyBook book, Dimension dimension) => string.Join(' ', book.Slices
        .Where(slice => slice.Dimension == dimension)
        .OrderBy(slice => slice.Value, StringComparer.Ordinal)
        .Select(slice => slice.Value + ":" + book[slice][Count.Primary]));

    private static string KnownSlices(Deal deal)
    {
        var book = BookOf(deal);
        return string.Join(", ", book.Slices.Where(slice => !slice.IsUnknown).Select(slice => $"{slice.Dimension}={slice.Value}({book.LabelOf(slice)})").Order(StringComparer.Ordinal));
    }

    private static TallyBook BookOf(Deal deal)
    {
        var book = new TallyBook();
        book.Add(deal);
        return book;
    }
}
