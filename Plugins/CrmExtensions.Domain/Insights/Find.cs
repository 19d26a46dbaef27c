namespace CrmExtensions.Insights;

/// <summary>A place that must not stay as it is, in the folded text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after it.</param>
/// <param name="Secret">What stands there.</param>
/// <param name="Detail">Month of a date, 1-12; band of an amount, or <see cref="NoBand"/>.</param>
internal readonly record struct Find(int Start, int End, Secret Secret, int Detail = Find.NoBand)
{
    public const int NoBand = -1;

    public int Length => End - Start;

    public bool Overlaps(Find other) => Start < other.End && other.Start < End;
}
