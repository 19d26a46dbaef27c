namespace CrmExtensions.Local.Replay.Recount;

/// <summary>A slice of a period by what people read: grain and dimension names as in the export, value as a label, empty for unknown.</summary>
internal sealed record SliceName(string Grain, DateTime Start, string Dimension, string Label)
{
    public override string ToString() => FormattableString.Invariant($"{Grain} {Start:yyyy-MM-dd} {Dimension} {(Dimension == "all" ? "" : Label.Length > 0 ? Label : "unknown")}").TrimEnd();
}
