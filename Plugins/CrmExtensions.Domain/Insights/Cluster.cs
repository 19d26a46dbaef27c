namespace CrmExtensions.Insights;

/// <summary>A character with the marks that belong to it, which are folded together: ｶ and ﾞ are ガ.</summary>
internal static class Cluster
{
    public static int EndAt(string text, int at)
    {
        var end = at + (char.IsSurrogatePair(text, at) ? 2 : 1);
        while (end < text.Length && MarkAt(text, end) is > 0 and var length)
        {
            end += length;
        }

        return end;
    }

    /// <summary>Without what only chooses among the shapes of one kanji.</summary>
    public static string WithoutVariants(string cluster)
    {
        var end = cluster.Length;
        for (var at = 0; at < cluster.Length; at++)
        {
            if (VariantAt(cluster, at) > 0)
            {
                end = Math.Min(end, at);
            }
        }

        return cluster.Substring(0, end);
    }

    private static int MarkAt(string text, int at) =>
        text[at] is >= '\u0300' and <= '\u036F' or '\u3099' or '\u309A' or '\uFF9E' or '\uFF9F' ? 1 : VariantAt(text, at);

    private static int VariantAt(string text, int at) =>
        text[at] is >= '\uFE00' and <= '\uFE0F' ? 1
        : text[at] == '\uDB40' && at + 1 < text.Length && text[at + 1] is >= '\uDD00' and <= '\uDDEF' ? 2
        : 0;
}
