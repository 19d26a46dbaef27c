namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>How much is measured.</summary>
/// <param name="Histories">How many interviews there are already; rising.</param>
/// <param name="Engines">On which engines.</param>
/// <param name="Closes">How many deals are closed at each history.</param>
/// <param name="StormCloses">How many deals are closed in the storm.</param>
/// <param name="Parts">The names of what is measured; all where there are none.</param>
internal sealed record Extent(IReadOnlyList<int> Histories, IReadOnlyList<EngineKind> Engines, int Closes, int StormCloses, IReadOnlyList<string> Parts)
{
    public bool Has(EngineKind engine) => Engines.Contains(engine);
}
