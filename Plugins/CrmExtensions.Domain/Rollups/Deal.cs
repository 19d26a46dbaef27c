using CrmExtensions.Closing;

namespace CrmExtensions.Rollups;

/// <summary>What counts of one interview.</summary>
/// <param name="Outcome">Won or lost.</param>
/// <param name="Value">Base currency: actual revenue of a won deal, estimated revenue of a lost one.</param>
/// <param name="Industry">Code and label; empty where the account had none.</param>
/// <param name="BusinessUnit">Id and name, as at the close.</param>
/// <param name="Competitors">Each competitor once; empty where nobody named one.</param>
public sealed record Deal(Outcome Outcome, decimal Value, Named? Industry, Named? BusinessUnit, IReadOnlyCollection<Named> Competitors)
{
    /// <summary>Every slice the deal belongs to: one of each single-valued dimension, one a competitor.</summary>
    public IEnumerable<NamedSlice> Slices()
    {
        yield return new NamedSlice(Slice.All, "");
        yield return Cut(Dimension.Industry, Industry);
        yield return Cut(Dimension.BusinessUnit, BusinessUnit);
        if (Competitors.Count == 0)
        {
            yield return Cut(Dimension.Competitor, null);
        }

        foreach (var competitor in Competitors)
        {
            yield return Cut(Dimension.Competitor, competitor);
        }
    }

    private static NamedSlice Cut(Dimension dimension, Named? value) =>
        new(new Slice(dimension, value?.Value ?? ""), value?.Label ?? "");
}
