using CrmExtensions.Settings;

namespace CrmExtensions.Rollups;

/// <summary>Which figures of a period are hidden, so that no small group of deals can be read or worked out (product.md 10).</summary>
public sealed class Suppression
{
    private readonly HashSet<Slice> counts;
    private readonly HashSet<Slice> money;
    private readonly Dictionary<Measure, HashSet<Slice>> rates = [];
    private readonly Dictionary<Scale, HashSet<Slice>> spreads = [];

    private Suppression(TallyBook book, Policy policy)
    {
        var alive = book.Slices.Where(slice => book[slice].Deals > 0).ToList();
        var families = Families.OfCounts(alive).ToList();
        counts = [.. alive.Where(slice => book[slice].Deals < policy.HiddenBelow)];
        new Companions(book, slice => book[slice].Deals, policy.HiddenBelow).Join(alive, families, counts);
        money = Money(alive, families, book, policy);

        // Shares last: within another slice they name its denominator, which another measure may hide.
        foreach (var measure in Ratios.Measures.OrderBy(measure => measure == Measure.Share))
        {
            rates[measure] = Rates(measure, alive, book, policy);
        }

        foreach (Scale scale in Enum.GetValues(typeof(Scale)))
        {
            spreads[scale] = Spreads(scale, alive, book, policy);
        }
    }

    /// <summary>What to hide of a book.</summary>
    public static Suppression Of(TallyBook book, Policy policy) => new(book, policy);

    /// <summary>What is hidden of counts and money of a slice; a slice that is absent hides nothing.</summary>
    public HiddenParts Of(Slice slice) => new(counts.Contains(slice), money.Contains(slice));

    /// <summary>Whether a share of a slice is hidden.</summary>
    public bool Hides(Slice slice, Measure measure) => rates[measure].Contains(slice);

    /// <summary>Whether the numbers of a slice are hidden, and how many there are.</summary>
    public bool Hides(Slice slice, Scale scale) => spreads[scale].Contains(slice);

    private bool TellsHidden(Slice slice, Measure measure) => measure == Measure.Share && slice.IsPair
        && rates[slice.Dimension2 == Dimension.Reason ? Measure.OtherRate : Measure.UpstreamShare].Contains(slice.Outer);

    private static bool IsFew(int deals, Policy policy) => deals != 0 && deals < policy.HiddenBelow;

    // Won and lost value add up each by itself: a sibling that has won nothing is no company for one that has. And money that is shown
    // where counts are hidden would tell which side is none.
    private HashSet<Slice> Money(List<Slice> alive, List<Family> families, TallyBook book, Policy policy)
    {
        var hidden = new HashSet<Slice>(alive.Where(slice => counts.Contains(slice) || IsFew(book[slice].Won, policy) || IsFew(book[slice].Lost, policy)));
        int before;
        do
        {
            before = hidden.Count;
            foreach (var side in new[] { Count.Won, Count.Lost })
            {
                bool Has(Slice slice) => book[slice][side] > 0;
                var parts = families.ConvertAll(family => family with { Members = [.. family.Members.Where(Has)] });
                new Companions(book, slice => book[slice][side], policy.HiddenBelow).Join(alive.FindAll(Has), parts, hidden);
            }
        }
        while (hidden.Count != before);

        return hidden;
    }

    // Where the counts of a slice are hidden, none of its shares is shown: their denominators come close to them. The win rate
    // needs no companions of its own, because won and lost stand beside it.
    private HashSet<Slice> Rates(Measure measure, List<Slice> alive, TallyBook book, Policy policy)
    {
        var ratios = alive.Where(slice => Ratios.Has(slice, measure)).ToDictionary(slice => slice, slice => Ratios.Of(measure, slice, book, policy));
        var hidden = new HashSet<Slice>(ratios.Keys.Where(slice => counts.Contains(slice) || IsFew(ratios[slice].Denominator, policy) || TellsHidden(slice, measure)));
        int Weight(Slice slice) => measure == Measure.Share ? ratios[slice].Numerator : ratios[slice].Denominator;
        var present = ratios.Keys.Where(slice => Weight(slice) > 0).ToList();
        if (measure != Measure.WinRate)
        {
            var families = measure == Measure.Share ? Families.OfShares(present) : Families.OfRates(present);
            new Companions(book, Weight, policy.HiddenBelow).Join([], families.ToList(), hidden);
        }

        return hidden;
    }

    // How many numbers a slice has adds up to the total as deals do.
    private HashSet<Slice> Spreads(Scale scale, List<Slice> alive, TallyBook book, Policy policy)
    {
        int N(Slice slice) => book[slice][scale].N;
        var present = alive.FindAll(slice => !slice.IsPair && N(slice) > 0);
        var hidden = new HashSet<Slice>(present.Where(slice => counts.Contains(slice) || IsFew(N(slice), policy)));
        new Companions(book, N, policy.HiddenBelow).Join([], Families.OfRates(present).ToList(), hidden);
        return hidden;
    }
}
