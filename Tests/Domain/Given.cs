using System.Globalization;
using CrmExtensions.Closing;
using CrmExtensions.Rollups;
using CrmExtensions.Settings;

namespace CrmExtensions.Tests;

/// <summary>The words that several subjects share. Times are UTC, and the business zone is Tokyo.</summary>
internal static class Given
{
    public static TimeZoneInfo Tokyo { get; } = TimeZoneInfo.FindSystemTimeZoneById("Tokyo Standard Time");

    public static DateTime Day(string date) => DateTime.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTime Utc(string moment) =>
        DateTime.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static string Oc(int close) => CloseKeys.Of(Id(close));

    public static string St(int sequence) => CloseKeys.OfState(Id(0), sequence);

    public static ClosingHistory Opportunity(OpportunityState state, CloseRow[] closes, params InterviewRow[] interviews) =>
        new(Id(0), state, ActualCloseDate: null, closes, interviews);

    public static CloseRow Close(int id, string createdOn, Outcome? outcome = Outcome.Won, string? actualEnd = null) =>
        new(Id(id), Utc(createdOn), outcome, actualEnd is null ? null : Utc(actualEnd));

    /// <summary>An interview that counts, of a deal won on 1 April; its id is 100 and its sequence.</summary>
    public static InterviewRow Interview(string closeKey, int sequence, string createdOn = "2026-04-01 10:00") =>
        new(Id(100 + sequence), closeKey, sequence, IsCurrent: true, IsSuperseded: false, Outcome.Won, Day("2026-04-01"), Utc(createdOn));

    public static InterviewRow Superseded(InterviewRow interview) => interview with { IsCurrent = false, IsSuperseded = true };

    public static InterviewRow NotCurrent(InterviewRow interview) => interview with { IsCurrent = false };

    /// <summary>Deals of 100 each when won and 10 each when lost.</summary>
    public static Tally Deals(int won, int lost) => new(won, lost, won * 100m, lost * 10m);

    public static TallyBook Book(params (Dimension Dimension, string Value, int Won, int Lost)[] slices)
    {
        var book = new TallyBook();
        foreach (var (dimension, value, won, lost) in slices)
        {
            book.Add(new Slice(dimension, value), "label of " + value, Deals(won, lost));
        }

        return book;
    }

    /// <summary>A deal with the dimensions that most rules look at; its competitors are finalists.</summary>
    public static Deal DealOf(Outcome outcome, decimal value, Named? industry = null, Named? unit = null, params Named[] competitors) =>
        new(outcome, value) { Industry = industry, BusinessUnit = unit, Competitors = [.. competitors.Select(name => new Contender(name, IsFinalist: true, IsWinner: false))] };

    /// <summary>What suppression hides of each slice of a book.</summary>
    public static Dictionary<Slice, HiddenParts> Hidden(TallyBook book, Policy policy)
    {
        var suppression = Suppression.Of(book, policy);
        return book.Slices.ToDictionary(slice => slice, suppression.Of);
    }

    public static T InCulture<T>(string culture, Func<T> act)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
