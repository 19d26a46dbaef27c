namespace CrmExtensions.Insights;

/// <summary>Finds of all kinds, made ready to be replaced.</summary>
internal static class Finds
{
    // John Q. Smith: what may stand between two finds that are one.
    private const int LongestGap = 4;

    /// <summary>In order and apart. Where finds overlap, all that any of them covers goes, under the name of the longest.</summary>
    public static IReadOnlyList<Find> Merged(FoldedText text, IEnumerable<Find> finds)
    {
        var merged = new List<Find>();
        foreach (var find in finds.OrderBy(find => find.Start).ThenByDescending(find => find.End).ThenBy(find => find.Secret))
        {
            var last = merged.Count - 1;
            if (last >= 0 && (find.Start < merged[last].End || AreOne(text, merged[last], find)))
            {
                merged[last] = Union(merged[last], find);
            }
            else
            {
                merged.Add(find);
            }
        }

        return merged;
    }

    private static Find Union(Find one, Find other)
    {
        var winner = other.Length > one.Length || (other.Length == one.Length && other.Secret < one.Secret) ? other : one;
        return winner with { Start = Math.Min(one.Start, other.Start), End = Math.Max(one.End, other.End) };
    }

    private static bool AreOne(FoldedText text, Find left, Find right)
    {
        if (left.Secret != right.Secret || right.Start - left.End > LongestGap)
        {
            return false;
        }

        return left.Secret switch
        {
            Secret.Person => IsNameGap(text, left.End, right.Start),
            Secret.Address => IsAddressGap(text, left.End, right.Start),
            _ => false,
        };
    }

    // A space, or an initial between spaces; nothing at all is one too.
    private static bool IsNameGap(FoldedText text, int start, int end)
    {
        var at = start;
        at += text[at] == ' ' ? 1 : 0;
        at += at < end && Script.IsAlphabetic(text[at]) ? 1 : 0;
        at += at < end && text[at] == '.' ? 1 : 0;
        at += at < end && text[at] == ' ' ? 1 : 0;
        return at >= end;
    }

    private static bool IsAddressGap(FoldedText text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] is not (' ' or ',' or '、' or '\n'))
            {
                return false;
            }
        }

        return true;
    }
}
