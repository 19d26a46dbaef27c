namespace CrmExtensions.Rollups;

/// <summary>A share before anything is hidden.</summary>
internal readonly record struct Ratio(int Numerator, int Denominator);
