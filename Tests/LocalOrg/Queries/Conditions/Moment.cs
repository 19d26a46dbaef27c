namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>Now, by the clock a column's dates are kept by, and the first moment after it: a second later, or for dates a day.</summary>
internal sealed record Moment(DateTime Now, DateTime End)
{
    public DateTime Today => Now.Date;

    /// <summary>The Sunday that began the week.</summary>
    public DateTime Week => Today.AddDays(-(int)Today.DayOfWeek);

    public DateTime Month => new(Now.Year, Now.Month, 1);

    public DateTime Year => new(Now.Year, 1, 1);

    public DateTime Hour => Today.AddHours(Now.Hour);
}
