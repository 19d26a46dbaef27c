namespace CrmExtensions.Local.Queries;

/// <summary>The part of a date that rows are grouped by (Learn, fetchxml/aggregate-data, grouping by parts of a date).</summary>
internal enum DateGrouping
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
    FiscalPeriod,
    FiscalYear,
}
