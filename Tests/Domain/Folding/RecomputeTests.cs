using CrmExtensions.Calendar;
using CrmExtensions.Folding;

namespace CrmExtensions.Tests.Folding;

/// <summary>The order of a recompute, its range and its tokens, and what it takes for drift.</summary>
[TestClass]
public sealed class RecomputeTests
{
    private static readonly DateTime Now = new(2026, 5, 11, 1, 0, 0, DateTimeKind.Utc);
    private static readonly PeriodFacts Settled = new() { AsOf = Now, SourceChangedOn = Now.AddHours(-1), PolicyChangedOn = Now.AddHours(-1), TaxonomyChangedOn = Now.AddHours(-1) };

    [TestMethod]
    public void Months_come_before_what_sums_them_each_in_the_order_of_time()
    {
        var known = new[] { "year-2026-04-01", "month-2026-05-01", "half-2026-04-01", "quarter-2026-04-01", "month-2026-04-01", "quarter-2026-01-01" }.Select(Period.Parse).ToList();
        var order = new List<string>();
        for (RecomputeToken? token = null; Recompute.Next(known, token) is { } next; token = new RecomputeToken(next, null))
        {
            order.Add(next.Key);
        }

        Assert.AreEqual("month-2026-04-01 month-2026-05-01 quarter-2026-01-01 quarter-2026-04-01 half-2026-04-01 year-2026-04-01", string.Join(' ', order));
    }

    [TestMethod]
    [DataRow("month-2026-04-01")]
    [DataRow("month-2026-04-01+Data")]
    [DataRow("year-2026-04-01+20260511T010000Z")]
    public void A_token_is_read_back_as_it_was_written(string token) => Assert.AreEqual(token, RecomputeToken.TryParse(token)!.ToString());

    [TestMethod]
    [DataRow("")]
    [DataRow("tomorrow")]
    [DataRow("month-2026-04-02")]
    [DataRow("month-2026-04-01+")]
    [DataRow("month-2026-04-01+None")]
    [DataRow("month-2026-04-01+5")]
    [DataRow("month-2026-04-01+Data+Data")]
    [DataRow("month-2026-04-01+20261311T010000Z")]
    public void What_is_no_token_is_none(string token) => Assert.IsNull(RecomputeToken.TryParse(token));

    [TestMethod]
    [DataRow("2026-04-10", "2026-04-20", "month-2026-04-01", true)]
    [DataRow("2026-04-30", "2026-05-01", "month-2026-04-01", true)]
    [DataRow("2026-05-01", "2026-05-31", "month-2026-04-01", false)]
    [DataRow("2026-05-01", "2026-05-31", "quarter-2026-04-01", true)]
    [DataRow("2026-03-01", "2026-03-31", "quarter-2026-04-01", false)]
    [DataRow("quarter-2026-04-01", "quarter-2026-04-01", "month-2026-06-01", true)]
    [DataRow("quarter-2026-04-01", "quarter-2026-04-01", "month-2026-07-01", false)]
    [DataRow(null, "2026-03-31", "month-2026-04-01", false)]
    [DataRow("2026-04-01", null, "month-9999-12-01", true)]
    [DataRow(null, null, "month-1970-01-01", true)]
    public void A_range_holds_the_periods_that_have_a_day_in_it(string? from, string? to, string period, bool expected)
    {
        var range = new PeriodRange(from is null ? null : PeriodRange.FirstDay(from), to is null ? null : PeriodRange.LastDay(to));

        Assert.AreEqual(expected, range.Holds(Period.Parse(period)));
    }

    [TestMethod]
    [DataRow("2026-04")]
    [DataRow("1.4.2026")]
    [DataRow("2026-02-30")]
    [DataRow("week-2026-04-01")]
    public void What_is_neither_a_date_nor_a_period_has_no_day(string text) => Assert.IsNull(PeriodRange.FirstDay(text) ?? PeriodRange.LastDay(text));

    [TestMethod]
    public void What_differs_though_nothing_is_newer_has_drifted()
    {
        Assert.AreEqual(StaleCause.None, CauseOf(new RowChange(HasOtherTally: true, HasOldFormula: false, IsRenamed: true), Settled));
        Assert.AreEqual(StaleCause.None, CauseOf(new RowChange(HasOtherTally: false, HasOldFormula: false, IsRenamed: false), Settled));
    }

    [TestMethod]
    public void What_a_fold_would_have_mended_anyway_has_not_drifted()
    {
        var row = new RowChange(HasOtherTally: true, HasOldFormula: false, IsRenamed: false);

        Assert.AreEqual(StaleCause.Ticket, CauseOf(row, Settled with { TicketMadeOn = Now }));
        Assert.AreEqual(StaleCause.More, CauseOf(row, Settled with { HasMore = true }));
        Assert.AreEqual(StaleCause.NeverFolded, CauseOf(row, Settled with { AsOf = null }));
        Assert.AreEqual(StaleCause.Data, CauseOf(row, Settled with { SourceChangedOn = Now }));
        Assert.AreEqual(StaleCause.Taxonomy, CauseOf(row, Settled with { TaxonomyChangedOn = Now }));
    }

    [TestMethod]
    public void Settings_explain_the_figures_of_a_month_but_not_its_tally()
    {
        var settings = Settled with { PolicyChangedOn = Now };

        Assert.AreEqual(StaleCause.Policy, CauseOf(new RowChange(HasOtherTally: false, HasOldFormula: false, IsRenamed: false), settings));
        Assert.AreEqual(StaleCause.None, CauseOf(new RowChange(HasOtherTally: true, HasOldFormula: false, IsRenamed: false), settings));
        Assert.AreEqual(StaleCause.Policy, CauseOf(new RowChange(HasOtherTally: true, HasOldFormula: false, IsRenamed: false), settings, Grain.Half));
    }

    [TestMethod]
    public void Names_and_earlier_formulas_explain_figures()
    {
        Assert.AreEqual(StaleCause.Renamed, CauseOf(new RowChange(HasOtherTally: false, HasOldFormula: false, IsRenamed: true), Settled));
        Assert.AreEqual(StaleCause.Formula, CauseOf(new RowChange(HasOtherTally: true, HasOldFormula: true, IsRenamed: false), Settled));
    }

    private static StaleCause CauseOf(RowChange row, PeriodFacts facts, Grain grain = Grain.Month) => Recompute.CauseOf(row, Recompute.CauseOf(facts), facts, grain);
}
