using CrmExtensions.Closing;

namespace CrmExtensions.Rollups;

/// <summary>Every slice a deal belongs to, with what it adds there.</summary>
internal static class DealSlices
{
    private static readonly Named Won = new("0", "受注 / Won");
    private static readonly Named Lost = new("1", "失注 / Lost");

    private static readonly IReadOnlyDictionary<Dimension, Func<Deal, Named?>> Values = new Dictionary<Dimension, Func<Deal, Named?>>
    {
        [Dimension.Industry] = deal => deal.Industry,
        [Dimension.BusinessUnit] = deal => deal.BusinessUnit,
        [Dimension.Segment] = deal => deal.Segment,
        [Dimension.ProductLine] = deal => deal.ProductLine,
        [Dimension.Stage] = deal => deal.Stage,
        [Dimension.Trigger] = deal => deal.Trigger,
        [Dimension.ValueBand] = deal => deal.ValueBand,
        [Dimension.LeadSource] = deal => deal.LeadSource,
        [Dimension.Channel] = deal => deal.Channel,
        [Dimension.ClosePath] = deal => deal.ClosePath,
        [Dimension.Outcome] = deal => deal.Outcome == Outcome.Won ? Won : Lost,
        [Dimension.SellerReason] = deal => deal.SellerReason?.Leaf,
        [Dimension.SpeakerRole] = deal => deal.SpeakerRole,
    };

    /// <summary>The total, one slice of each single-valued dimension, one a competitor and a reason, and the pairs of what is known.</summary>
    public static IEnumerable<Contribution> Of(Deal deal)
    {
        var tally = DealMarks.Tally(deal);
        return [new Contribution(new NamedSlice(Slice.All, ""), tally), .. Dimensions.SingleValued.Select(dimension => Cut(dimension, ValueOf(deal, dimension), tally)),
            .. Competitors(deal, tally), .. Reasons(deal, tally), .. Moments(deal, tally)];
    }

    private static Named? ValueOf(Deal deal, Dimension dimension) => Values[dimension](deal);

    private static IEnumerable<Contribution> Competitors(Deal deal, Tally tally)
    {
        if (deal.Competitors.Count == 0)
        {
            yield return Cut(Dimension.Competitor, null, tally);
        }

        foreach (var competitor in deal.Competitors)
        {
            yield return Cut(Dimension.Competitor, competitor.Name, HeadToHead(deal, competitor) is { } mark ? tally.With(mark) : tally);
        }
    }

    // product.md 10, head-to-head, and its example in 12: lost to X, and lost to another with X in the final.
    private static Count? HeadToHead(Deal deal, Contender competitor)
    {
        if (deal.Outcome == Outcome.Won)
        {
            return competitor.IsFinalist ? Count.WonAgainstIt : null;
        }

        return deal.LossOutcome != 0 ? null
            : competitor.IsWinner ? Count.LostToIt
            : competitor.IsFinalist ? Count.AlsoRan
            : null;
    }

    private static IEnumerable<Contribution> Reasons(Deal deal, Tally tally)
    {
        if (deal.Reasons.Count == 0)
        {
            yield return Cut(Dimension.Reason, null, tally);
            yield return Cut(Dimension.ReasonCategory, null, tally);
            yield break;
        }

        foreach (var category in deal.Reasons.GroupBy(reason => reason.Category.Value))
        {
            yield return Cut(Dimension.ReasonCategory, category.First().Category, Marked(tally, category.Any(reason => reason.IsPrimary)));
        }

        foreach (var reason in deal.Reasons)
        {
            var marked = Marked(tally, reason.IsPrimary);
            yield return Cut(Dimension.Reason, reason.Leaf, marked);
            yield return Cut(Dimension.Outcome, deal.Outcome == Outcome.Won ? Won : Lost, Dimension.Reason, reason.Leaf, marked);
            if (deal.ProductLine is { } product)
            {
                yield return Cut(Dimension.ProductLine, product, Dimension.Reason, reason.Leaf, marked);
            }

            foreach (var competitor in deal.Competitors)
            {
                yield return Cut(Dimension.Competitor, competitor.Name, Dimension.Reason, reason.Leaf, marked);
            }
        }
    }

    private static IEnumerable<Contribution> Moments(Deal deal, Tally tally)
    {
        if (deal.Stage is not { } stage)
        {
            yield break;
        }

        if (deal.Segment is { } segment)
        {
            yield return Cut(Dimension.Segment, segment, Dimension.Stage, stage, tally);
        }

        if (deal.Trigger is { } trigger)
        {
            yield return Cut(Dimension.Stage, stage, Dimension.Trigger, trigger, tally);
        }
    }

    private static Tally Marked(Tally tally, bool isPrimary) => isPrimary ? tally.With(Count.Primary) : tally;

    private static Contribution Cut(Dimension dimension, Named? value, Tally tally) =>
        new(new NamedSlice(new Slice(dimension, value?.Value ?? ""), value?.Label ?? ""), tally);

    private static Contribution Cut(Dimension outer, Named value, Dimension inner, Named value2, Tally tally) =>
        new(new NamedSlice(new Slice(outer, value.Value, inner, value2.Value), value.Label, value2.Label), tally);
}
