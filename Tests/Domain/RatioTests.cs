using CrmExtensions.Closing;
using CrmExtensions.Interviews;
using CrmExtensions.Rollups;
using CrmExtensions.Settings;

namespace CrmExtensions.Tests;

/// <summary>The formulas of product.md 10, on examples counted by hand; nothing is hidden here.</summary>
[TestClass]
public sealed class RatioTests
{
    private static readonly Policy Open = new() { HiddenBelow = 0, CountsOnlyBelow = 0, ReferenceBelow = 0 };

    private static readonly Deal Won = new(Outcome.Won, 100m);
    private static readonly Deal Lost = new(Outcome.Lost, 100m) { LossOutcome = 0 };

    [TestMethod]
    public void Against_a_competitor_only_what_was_lost_to_it_counts_and_also_ran_stands_apart()
    {
        var x = new Contender(new("x", "X"), IsFinalist: true, IsWinner: false);
        var y = new Contender(new("y", "Y"), IsFinalist: true, IsWinner: true);
        var book = BookOf(
            Times(6, Won with { Competitors = [x] }),
            Times(4, Lost with { Competitors = [x with { IsWinner = true }] }),
            Times(3, Lost with { Competitors = [x, y] }));

        Assert.AreEqual("6/10 = 0.6", Rate(book, Measure.HeadToHead, new Slice(Dimension.Competitor, "x")));
        Assert.AreEqual(3, Row(book, new Slice(Dimension.Competitor, "x")).AlsoRan);
        Assert.AreEqual("0/3 = 0", Rate(book, Measure.HeadToHead, new Slice(Dimension.Competitor, "y")));
        Assert.AreEqual("6/13 = 0.461538", Rate(book, Measure.CompetitiveWinRate));
        Assert.AreEqual("none", Rate(book, Measure.HeadToHead, Slice.All));
    }

    [TestMethod]
    [DataRow(false, "6/10 = 0.6", "3/10 = 0.3")]
    [DataRow(true, "6/13 = 0.461538", "3/13 = 0.230769")]
    public void Cancelled_projects_and_our_own_withdrawals_are_losses_by_setting_only(bool counts, string winRate, string noDecision)
    {
        var book = BookOf(Times(6, Won), Times(1, Lost), Times(2, Lost with { LossOutcome = 1 }), Times(1, Lost with { LossOutcome = 3 }), Times(2, Lost with { LossOutcome = 4 }), Times(1, Lost with { LossOutcome = 5 }));
        var policy = Open with { CountsWithdrawn = counts };

        Assert.AreEqual(winRate, Rate(book, Measure.WinRate, Slice.All, policy));
        Assert.AreEqual(noDecision, Rate(book, Measure.NoDecisionRate, Slice.All, policy));
        Assert.AreEqual((13, 7), (Row(book, Slice.All, policy).Deals, Row(book, Slice.All, policy).Lost), "they are lost all the same");
    }

    [TestMethod]
    public void Coverage_counts_of_what_is_required_so_a_clean_up_changes_no_rate()
    {
        var heard = Lost with { Status = InterviewStatus.Completed, Channel = new("0", ""), IsRespondentKnown = true, IsReflected = true, Evidence = EvidenceGrade.B, IsSpecific = true };
        var book = BookOf(
            Times(2, heard),
            Times(1, heard with { Status = InterviewStatus.CompletedWaived, Evidence = EvidenceGrade.D, IsSpecific = false }),
            Times(1, Lost with { IsReflected = true, IsDue = true }),
            Times(1, Won with { IsDue = true, IsOnTime = true }),
            Times(20, Lost with { Status = InterviewStatus.OutOfScope }));

        Assert.AreEqual("3/5 = 0.6", Rate(book, Measure.CompletionRate));
        Assert.AreEqual("4/5 = 0.8", Rate(book, Measure.ReflectionRate));
        Assert.AreEqual("2/5 = 0.4", Rate(book, Measure.HeardRate));
        Assert.AreEqual("1/5 = 0.2", Rate(book, Measure.WaiverRate));
        Assert.AreEqual("1/2 = 0.5", Rate(book, Measure.OnTimeRate));
        Assert.AreEqual("2/3 = 0.666667", Rate(book, Measure.SpecificityRate));
        Assert.AreEqual("2/3 = 0.666667", Rate(book, Measure.EvidenceRate));
        Assert.AreEqual(20, Row(book, Slice.All).OutOfScope);
        Assert.AreEqual("0/1 = 0", Rate(book, Measure.HeardRate, new Slice(Dimension.Outcome, "0")), "won beside lost");
        Assert.AreEqual("2/4 = 0.5", Rate(book, Measure.HeardRate, new Slice(Dimension.Outcome, "1")));
    }

    [TestMethod]
    public void Reasons_are_shared_out_by_the_primary_one_and_price_cited_stands_beside_price_decisive()
    {
        var price = new GivenReason(new("a2", "A2"), new("0", "A"), IsPrimary: true, IsPrice: true, IsOther: false);
        var demo = new GivenReason(new("c4", "C4"), new("2", "C"), IsPrimary: true, IsPrice: false, IsOther: false);
        var book = BookOf(
            Times(3, Lost with { Reasons = [price], SellerReason = price }),
            Times(1, Lost with { Reasons = [price], SellerReason = price, IsChosenAtSamePrice = true }),
            Times(4, Lost with { Reasons = [demo, price with { IsPrimary = false }], SellerReason = price }),
            Times(2, Lost with { Reasons = [demo], SellerReason = demo with { Leaf = new("c1", "C1") } }),
            Times(5, Won with { Reasons = [demo] }),
            Times(7, Lost));

        Assert.AreEqual("4/15 = 0.266667", Rate(book, Measure.Share, new Slice(Dimension.Reason, "a2")));
        Assert.AreEqual("11/15 = 0.733333", Rate(book, Measure.Share, new Slice(Dimension.ReasonCategory, "2")));
        Assert.AreEqual("4/10 = 0.4", Rate(book, Measure.Share, new Slice(Dimension.Outcome, "1", Dimension.Reason, "a2")), "among the lost");
        Assert.AreEqual("8/10 = 0.8", Rate(book, Measure.Share, new Slice(Dimension.SellerReason, "a2")));
        Assert.AreEqual("8/10 = 0.8", Rate(book, Measure.PriceCited));
        Assert.AreEqual("1/10 = 0.1", Rate(book, Measure.PriceDecisive));
        Assert.AreEqual("4/10 = 0.4", Rate(book, Measure.FullAgreement));
        Assert.AreEqual("2/10 = 0.2", Rate(book, Measure.PartialAgreement));
        Assert.AreEqual("4/10 = 0.4", Rate(book, Measure.NoAgreement));
        Assert.AreEqual("0/15 = 0", Rate(book, Measure.OtherRate));
        Assert.AreEqual("none", Rate(book, Measure.Share, new Slice(Dimension.Reason, "")), "unknown is no part of the known");
    }

    [TestMethod]
    public void Moments_are_shared_out_among_the_known_ones()
    {
        var book = BookOf(
            Times(3, Won with { Stage = new("1", ""), Trigger = new("0", ""), Segment = new("0", ""), SellerStage = 1, HasRemark = true, SpeakerRole = new("0", "") }),
            Times(5, Won with { Stage = new("4", ""), Trigger = new("0", ""), Segment = new("1", ""), SellerStage = 1 }),
            Times(2, Won with { Stage = new("4", "") }),
            Times(9, Won));

        Assert.AreEqual("3/10 = 0.3", Rate(book, Measure.Share, new Slice(Dimension.Stage, "1")));
        Assert.AreEqual("8/8 = 1", Rate(book, Measure.Share, new Slice(Dimension.Trigger, "0")));
        Assert.AreEqual("5/10 = 0.5", Rate(book, Measure.Share, new Slice(Dimension.Stage, "4", Dimension.Trigger, "0")), "of all known stages");
        Assert.AreEqual("5/5 = 1", Rate(book, Measure.Share, new Slice(Dimension.Segment, "1", Dimension.Stage, "4")), "within the segment");
        Assert.AreEqual("3/3 = 1", Rate(book, Measure.Share, new Slice(Dimension.SpeakerRole, "0")));
        Assert.AreEqual("3/10 = 0.3", Rate(book, Measure.UpstreamShare));
        Assert.AreEqual("5/8 = 0.625", Rate(book, Measure.ExpectationGap));
    }

    [TestMethod]
    public void Repeatable_wins_are_counted_of_completed_wins()
    {
        var completed = Won with { Status = InterviewStatus.Completed };
        var book = BookOf(Times(2, completed with { IsReproducible = true }), Times(3, completed), Times(4, Won with { IsReproducible = true }));

        Assert.AreEqual("2/5 = 0.4", Rate(book, Measure.ReproducibleWins));
    }

    [TestMethod]
    public void Days_and_scores_have_their_median_and_ninetieth_percentile()
    {
        var book = BookOf([.. new[] { 3, 8, 9, 30 }.Select(days => Won with { HearingDays = days, CompletionDays = days - 5, Status = InterviewStatus.Completed, Score = 100 - days })]);

        var spreads = Row(book, Slice.All).Spreads;
        Assert.AreEqual(new Spread(Visibility.Shown, 4, 8.5m, 30), spreads[Scale.HearingDays]);
        Assert.AreEqual(new Spread(Visibility.Shown, 4, 3.5m, 25), spreads[Scale.CompletionDays]);
        Assert.AreEqual(new Spread(Visibility.Shown, 4, 91.5m, 97), spreads[Scale.Score]);
    }

    [TestMethod]
    [DataRow(0, Visibility.Empty, null, null)]
    [DataRow(4, Visibility.Hidden, null, null)]
    [DataRow(5, Visibility.CountsOnly, 5, null)]
    [DataRow(10, Visibility.Reference, 10, 3)]
    [DataRow(30, Visibility.Shown, 30, 3)]
    public void A_median_is_shown_by_its_own_number(int n, Visibility visibility, int? shown, int? median)
    {
        var book = BookOf(Times(40, Won), Times(n, Won with { HearingDays = 3 }));

        var spread = Row(book, Slice.All, new Policy()).Spreads[Scale.HearingDays];
        Assert.AreEqual((visibility, shown, (decimal?)median), (spread.Visibility, spread.N, spread.Median));
    }

    [TestMethod]
    public void Pairs_have_the_win_rate_and_their_share_only()
    {
        var book = BookOf(Times(9, Won with { Segment = new("0", ""), Stage = new("3", ""), Status = InterviewStatus.Completed, HearingDays = 2 }));
        var row = Row(book, new Slice(Dimension.Segment, "0", Dimension.Stage, "3"));

        Assert.AreEqual("WinRate Share", string.Join(' ', row.Rates.Where(rate => rate.Value.Visibility != Visibility.Empty).Select(rate => rate.Key)));
        Assert.IsTrue(row.Spreads.Values.All(spread => spread.Visibility == Visibility.Empty));
    }

    private static string Rate(TallyBook book, Measure measure, Slice? slice = null, Policy? policy = null)
    {
        var rate = Row(book, slice ?? Slice.All, policy).Rates[measure];
        return rate.Visibility == Visibility.Empty ? "none" : FormattableString.Invariant($"{rate.Numerator}/{rate.Denominator} = {rate.Value:0.######}");
    }

    private static Figures Row(TallyBook book, Slice slice, Policy? policy = null) => Measures.Of(slice, book, Suppression.Of(book, policy ?? Open), policy ?? Open);

    private static Deal[] Times(int count, Deal deal) => [.. Enumerable.Repeat(deal, count)];

    private static TallyBook BookOf(params Deal[][] deals)
    {
        var book = new TallyBook();
        foreach (var deal in deals.SelectMany(some => some))
        {
            book.Add(deal);
        }

        return book;
    }
}
