using System.Globalization;
using CrmExtensions.Local.Replay;
using CrmExtensions.Specificity;

namespace CrmExtensions.Local.Scoring;

/// <summary>How many reports fell in which band.</summary>
internal sealed class ScoreSummary
{
    private readonly Dictionary<Band, long> counts = [];

    public long Rejected { get; private set; }

    public void Add(Band band) => counts[band] = counts.GetValueOrDefault(band) + 1;

    public void Reject() => Rejected++;

    public override string ToString() => Words.In(
        $"{Count} reports: {Share(Band.Vague)} vague, {Share(Band.Partly)} partly specific, {Share(Band.Specific)} specific. {Rejected} lines rejected.",
        $"{Count} 件: 曖昧 {Share(Band.Vague)}、一部具体 {Share(Band.Partly)}、具体 {Share(Band.Specific)}。使えない行 {Rejected} 件。");

    private long Count => counts.Values.Sum();

    private string Share(Band band)
    {
        var count = counts.GetValueOrDefault(band);
        return Count == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{count} ({100m * count / Count:0.0}%)");
    }
}
