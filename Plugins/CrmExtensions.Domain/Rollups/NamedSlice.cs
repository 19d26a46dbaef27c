namespace CrmExtensions.Rollups;

/// <summary>A slice with the labels people read; labels are no part of its identity.</summary>
/// <param name="Slice">Which cut.</param>
/// <param name="Label">Of its value; empty for all and unknown.</param>
/// <param name="Label2">Of a pair: of its second value.</param>
public readonly record struct NamedSlice(Slice Slice, string Label, string Label2 = "");
