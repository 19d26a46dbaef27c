namespace CrmExtensions.Tests.Folding;

/// <summary>One step that can be taken, and where it leads.</summary>
internal readonly record struct Step(string Label, World World);
