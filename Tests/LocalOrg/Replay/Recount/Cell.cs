namespace CrmExtensions.Local.Replay.Recount;

/// <summary>One figure of a slice as it is shown; what is not shown is empty.</summary>
internal sealed record Cell(string Measure, decimal? Numerator, decimal? Denominator, decimal? Value, decimal? Low, decimal? High, int? N, bool IsSuppressed)
{
    public override string ToString() => IsSuppressed
        ? Measure + " hidden"
        : FormattableString.Invariant($"{Measure} {Numerator}/{Denominator} = {Value} [{Low}, {High}], n {N}");
}
