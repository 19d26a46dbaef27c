using CrmExtensions.Calendar;

namespace CrmExtensions.Folding;

/// <summary>One thing to do for one period.</summary>
public sealed record Errand(Duty Duty, Period Period);
