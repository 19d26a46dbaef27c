namespace CrmExtensions.Interviews;

/// <summary>A snapshot column that is about to differ from what was taken at close.</summary>
/// <param name="Label">What the user calls the column.</param>
/// <param name="IsLookup">Whether it points at a row, which can be deleted or merged.</param>
/// <param name="WasFilled">Whether it held a value.</param>
/// <param name="IsFilled">Whether it will.</param>
public sealed record SnapshotChange(string Label, bool IsLookup, bool WasFilled, bool IsFilled);
