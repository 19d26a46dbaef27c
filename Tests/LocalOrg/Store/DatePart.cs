namespace CrmExtensions.Local.Store;

/// <summary>A part of a date, as a whole number.</summary>
internal enum DatePart
{
    /// <summary>1 to 31.</summary>
    Day,

    /// <summary>Weeks begin on Sunday; the first is the one with 1 January.</summary>
    Week,

    /// <summary>1 to 12.</summary>
    Month,

    /// <summary>1 to 4.</summary>
    Quarter,

    Year,

    /// <summary>Months since the year 0.</summary>
    MonthCount,
}
