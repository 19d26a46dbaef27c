using CrmExtensions.Calendar;
using CsCheck;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class PeriodTests
{
    private static readonly Gen<Period> AnyPeriod =
        Gen.Select(Gen.Date[Day("1990-01-01"), Day("2090-12-31")], Gen.Enum<Grain>(), Gen.Int[1, 12], Period.Holding);

    // The month each period of 2026 starts in, by month of the date; a minus marks a start in 2025.
    [TestMethod]
    //                             J   F   M   A   M   J   J   A   S   O   N   D
    [DataRow(01, Grain.Month, "   01  02  03  04  05  06  07  08  09  10  11  12")]
    [DataRow(04, Grain.Month, "   01  02  03  04  05  06  07  08  09  10  11  12")]
    [DataRow(07, Grain.Month, "   01  02  03  04  05  06  07  08  09  10  11  12")]
    [DataRow(12, Grain.Month, "   01  02  03  04  05  06  07  08  09  10  11  12")]
    [DataRow(01, Grain.Quarter, " 01  01  01  04  04  04  07  07  07  10  10  10")]
    [DataRow(04, Grain.Quarter, " 01  01  01  04  04  04  07  07  07  10  10  10")]
    [DataRow(07, Grain.Quarter, " 01  01  01  04  04  04  07  07  07  10  10  10")]
    [DataRow(12, Grain.Quarter, "-12 -12  03  03  03  06  06  06  09  09  09  12")]
    [DataRow(01, Grain.Half, "    01  01  01  01  01  01  07  07  07  07  07  07")]
    [DataRow(04, Grain.Half, "   -10 -10 -10  04  04  04  04  04  04  10  10  10")]
    [DataRow(07, Grain.Half, "    01  01  01  01  01  01  07  07  07  07  07  07")]
    [DataRow(12, Grain.Half, "   -12 -12 -12 -12 -12  06  06  06  06  06  06  12")]
    [DataRow(01, Grain.Year, "    01  01  01  01  01  01  01  01  01  01  01  01")]
    [DataRow(04, Grain.Year, "   -04 -04 -04  04  04  04  04  04  04  04  04  04")]
    [DataRow(07, Grain.Year, "   -07 -07 -07 -07 -07 -07  07  07  07  07  07  07")]
    [DataRow(12, Grain.Year, "   -12 -12 -12 -12 -12 -12 -12 -12 -12 -12 -12  12")]
    public void A_date_falls_into_the_period_that_holds_its_month(int fiscalStart, Grain grain, string starts)
    {
        var expected = starts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var month = 1; month <= 12; month++)
        {
            var start = expected[month - 1];
            var period = new Period(grain, Day(start[0] == '-' ? "2025" + start + "-01" : "2026-" + start + "-01"));
            var first = new DateTime(2026, month, 1);

            Assert.AreEqual(period, Period.Holding(first, grain, fiscalStart), $"first day of month {month}");
            Assert.AreEqual(period, Period.Holding(first.AddMonths(1).AddTicks(-1), grain, fiscalStart), $"last moment of month {month}");
        }
    }

    [TestMethod]
    public void A_period_holds_its_own_first_and_last_day_and_nothing_beside()
    {
        Gen.Select(AnyPeriod, Gen.Int[1, 12]).Sample((any, fiscalStart) =>
        {
            var period = Period.Holding(any.Start, any.Grain, fiscalStart);
            Period At(DateTime date) => Period.Holding(date, period.Grain, fiscalStart);

            return At(period.Start) == period && At(period.LastDay) == period
                && At(period.Start.AddDays(-1)).LastDay.AddDays(1) == period.Start && At(period.LastDay.AddDays(1)).Start == period.LastDay.AddDays(1);
        });
    }

    [TestMethod]
    [DataRow(Grain.Month, "2026-04-01", "month-2026-04-01", "2026-04-30")]
    [DataRow(Grain.Quarter, "2026-04-01", "quarter-2026-04-01", "2026-06-30")]
    [DataRow(Grain.Half, "2025-10-01", "half-2025-10-01", "2026-03-31")]
    [DataRow(Grain.Year, "0987-12-01", "year-0987-12-01", "0988-11-30")]
    [DataRow(Grain.Month, "9999-12-01", "month-9999-12-01", "9999-12-31")]
    [DataRow(Grain.Year, "9999-04-01", "year-9999-04-01", "9999-12-31")]
    public void A_period_is_known_by_its_grain_and_first_day(Grain grain, string start, string key, string lastDay)
    {
        var period = new Period(grain, Day(start));

        Assert.AreEqual(key, period.Key);
        Assert.AreEqual(Day(lastDay), period.LastDay);
    }

    [TestMethod]
    [DataRow("th-TH", DisplayName = "where it is the year 2569")]
    [DataRow("ar-SA", DisplayName = "where months follow the moon")]
    [DataRow("fa-IR", DisplayName = "where the year began in March")]
    public void A_key_reads_the_same_in_every_culture(string culture)
    {
        Assert.AreEqual("month-2026-04-01", InCulture(culture, () => new Period(Grain.Month, Day("2026-04-01")).Key));
        Assert.AreEqual(Day("2026-04-01"), InCulture(culture, () => Period.Parse("month-2026-04-01").Start));
    }

    [TestMethod]
    [DataRow(Grain.Month, "month-2025-11-01")]
    [DataRow(Grain.Quarter, "month-2025-11-01 month-2025-12-01 month-2026-01-01")]
    [DataRow(Grain.Half, "month-2025-11-01 month-2025-12-01 month-2026-01-01 month-2026-02-01 month-2026-03-01 month-2026-04-01")]
    public void A_period_lists_its_months_in_order(Grain grain, string months)
    {
        Assert.AreEqual(months, Keys(new Period(grain, Day("2025-11-01")).Months));
    }

    [TestMethod]
    public void A_period_that_the_calendar_cuts_off_lists_the_months_there_are()
    {
        Assert.AreEqual("month-9999-11-01 month-9999-12-01", Keys(new Period(Grain.Half, Day("9999-11-01")).Months));
    }

    [TestMethod]
    public void The_months_of_any_period_fill_it_without_a_gap()
    {
        AnyPeriod.Sample(period =>
            period.Months.Count == period.Grain switch { Grain.Month => 1, Grain.Quarter => 3, Grain.Half => 6, _ => 12 }
            && period.Months[0].Start == period.Start
            && period.Months[^1].LastDay == period.LastDay
            && period.Months.Zip(period.Months.Skip(1)).All(pair => pair.First.LastDay.AddDays(1) == pair.Second.Start)
            && period.Months.All(month => month.Grain == Grain.Month));
    }

    [TestMethod]
    [DataRow(01, "quarter-2026-01-01 half-2026-01-01 year-2026-01-01")]
    [DataRow(04, "quarter-2026-01-01 half-2025-10-01 year-2025-04-01")]
    [DataRow(07, "quarter-2026-01-01 half-2026-01-01 year-2025-07-01")]
    [DataRow(12, "quarter-2025-12-01 half-2025-12-01 year-2025-12-01")]
    public void Above_a_month_stand_its_quarter_half_and_year(int fiscalStart, string above)
    {
        Assert.AreEqual(above, Keys(new Period(Grain.Month, Day("2026-02-01")).Above(fiscalStart)));
    }

    [TestMethod]
    [DataRow(Grain.Quarter)]
    [DataRow(Grain.Half)]
    [DataRow(Grain.Year)]
    public void Above_a_longer_period_stands_nothing(Grain grain)
    {
        Assert.IsEmpty(new Period(grain, Day("2026-04-01")).Above(fiscalStartMonth: 4));
    }

    [TestMethod]
    public void A_month_is_among_the_months_of_each_period_above_it()
    {
        Gen.Select(AnyPeriod, Gen.Int[1, 12]).Sample((any, fiscalStart) =>
            any.Months[0].Above(fiscalStart).All(above => above.Months.Contains(any.Months[0])));
    }

    [TestMethod]
    public void A_key_reads_back_as_its_period()
    {
        AnyPeriod.Sample(period => Period.Parse(period.Key) == period);
    }

    [TestMethod]
    [DataRow("", DisplayName = "nothing")]
    [DataRow("month", DisplayName = "a grain alone")]
    [DataRow("month-", DisplayName = "a grain without a date")]
    [DataRow("2026-04-01", DisplayName = "a date alone")]
    [DataRow("week-2026-04-01", DisplayName = "a grain we do not have")]
    [DataRow("Month-2026-04-01", DisplayName = "a grain in upper case")]
    [DataRow("months-2026-04-01", DisplayName = "more than a grain")]
    [DataRow("month 2026-04-01", DisplayName = "no hyphen")]
    [DataRow("month-2026-4-1", DisplayName = "a short date")]
    [DataRow("month-2026-02-30", DisplayName = "a date that never was")]
    [DataRow("month-2026-04-15", DisplayName = "a day on which no period starts")]
    [DataRow("month-2026-04-01 ", DisplayName = "a trailing space")]
    [DataRow("month-2026-04-01T00:00:00", DisplayName = "a time")]
    [DataRow("month-２０２６-04-01", DisplayName = "full-width digits")]
    public void What_is_no_key_is_refused_in_words_that_quote_it(string text)
    {
        var refusal = Assert.ThrowsExactly<FormatException>(() => Period.Parse(text));

        Assert.AreEqual($"'{text}' is not a roll-up period; expected something like month-2026-04-01.", refusal.Message);
    }

    private static string Keys(IEnumerable<Period> periods) => string.Join(' ', periods.Select(period => period.Key));
}
