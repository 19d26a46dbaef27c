namespace CrmExtensions.Local.Queries;

/// <summary>A column asked for.</summary>
/// <param name="Name">Its logical name.</param>
/// <param name="Alias">What the result calls it; needed in aggregates.</param>
/// <param name="Function">count, countcolumn, sum, avg, min or max; empty for a value or group.</param>
/// <param name="IsGroup">Whether rows are grouped by it.</param>
/// <param name="Distinct">Of countcolumn: each value once.</param>
/// <param name="Part">Of a group by date: the part it is grouped by.</param>
/// <param name="InUtc">Of a group by date: by the clock of UTC rather than the user's.</param>
internal sealed record Selected(string Name, string? Alias = null, string? Function = null, bool IsGroup = false, bool Distinct = false, DateGrouping? Part = null, bool InUtc = false);
