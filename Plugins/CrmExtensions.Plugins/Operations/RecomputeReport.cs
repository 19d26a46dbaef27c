using CrmExtensions.Calendar;
using CrmExtensions.Folding;
using CrmExtensions.Texts;

namespace CrmExtensions.Operations;

/// <summary>What one call of a recompute found: a line for each row that had drifted, and one for each cause by which rows were behind.</summary>
internal sealed class RecomputeReport
{
    private static readonly Dictionary<StaleCause, Text> Causes = new()
    {
        [StaleCause.Ticket] = Text.BehindTicket,
        [StaleCause.More] = Text.BehindMore,
        [StaleCause.NeverFolded] = Text.BehindNeverFolded,
        [StaleCause.Data] = Text.BehindData,
        [StaleCause.Policy] = Text.BehindPolicy,
        [StaleCause.Taxonomy] = Text.BehindTaxonomy,
        [StaleCause.Formula] = Text.BehindFormula,
        [StaleCause.Renamed] = Text.BehindRenamed,
    };

    private readonly List<Sentence> lines = [];

    /// <summary>How many periods were folded.</summary>
    public int Folded { get; private set; }

    /// <summary>How many rows they have.</summary>
    public int Compared { get; private set; }

    /// <summary>How many rows were written, for whatever reason.</summary>
    public int Changed { get; private set; }

    /// <summary>How many rows were written though nothing newer explains it.</summary>
    public int Drifted { get; private set; }

    public bool IsEmpty => lines.Count == 0;

    /// <param name="period">Which was folded.</param>
    /// <param name="compared">How many rows it has.</param>
    /// <param name="changed">Those that differed.</param>
    public void Add(Period period, int compared, IReadOnlyCollection<JudgedRow> changed)
    {
        Folded++;
        Compared += compared;
        Changed += changed.Count;
        foreach (var row in changed.Where(row => row.Cause == StaleCause.None).Select(judged => judged.Row))
        {
            Drifted++;
            lines.Add(row.IsMissing ? new Sentence(Text.RowWasMissing, row.Name) : new Sentence(Text.RowHasDrifted, row.Name, row.Columns.ToList()));
        }

        foreach (var behind in changed.Where(row => row.Cause != StaleCause.None).GroupBy(row => row.Cause))
        {
            lines.Add(new Sentence(Text.RowsWereBehind, period.Key, behind.Count(), Causes[behind.Key]));
        }
    }

    public string In(Language language) => string.Join("\n", lines.Select(line => line.In(language)));
}
