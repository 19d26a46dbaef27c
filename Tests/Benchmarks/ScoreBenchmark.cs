using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CrmExtensions.Local.Scoring;
using CrmExtensions.Specificity;

namespace CrmExtensions.Benchmarks;

/// <summary>
/// What scoring costs beside reading: 1 MB of UTF-8 scored, against the same text brought into normal form once. The texts name
/// no occasion, no date and no figure, so that every search goes to the end. The ratio must be below 10.
/// </summary>
[Config(typeof(Settings))]
public class ScoreBenchmark
{
    private const int Megabyte = 1 << 20;

    private readonly PhraseBook book = PhraseBookFile.Read(PhraseBookFile.Shipped);
    private readonly Thresholds thresholds = new();
    private Testimony told = new();

    public enum TextKind
    {
        Japanese,
        English,

        /// <summary>Little but stock phrases and particles, so that what is left is counted to the end.</summary>
        StockPhrases,
    }

    [Params(TextKind.Japanese, TextKind.English, TextKind.StockPhrases)]
    public TextKind Text { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var piece = Text switch
        {
            TextKind.Japanese => "先方の部長は円滑な移行が見えないと話され、担当の方も同じ考えだった。",
            TextKind.English => "The Plant Lead said she could not see how the move would go, and nobody disagreed. ",
            _ => "価格面で、",
        };
        told = new Testimony { Narrative = string.Concat(Enumerable.Repeat(piece, Megabyte / System.Text.Encoding.UTF8.GetByteCount(piece))) };
    }

    [Benchmark(Baseline = true)]
    public PlainText Normalise() => PlainText.Of(told.Narrative);

    [Benchmark]
    public SpecificityScore Score() => Guard.Score(told, book, thresholds);

    private sealed class Settings : BenchmarkDotNet.Configs.ManualConfig
    {
        public Settings() =>
            WithArtifactsPath(".artifacts/benchmarks").AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(8));
    }
}
