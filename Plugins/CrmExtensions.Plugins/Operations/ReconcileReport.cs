using CrmExtensions.Closing;
using CrmExtensions.Texts;

namespace CrmExtensions.Operations;

/// <summary>What one call of the reconciliation did: a line for each opportunity that was changed or is not in order yet.</summary>
internal sealed class ReconcileReport
{
    private readonly List<Sentence> lines = [];

    /// <summary>How many opportunities were looked at.</summary>
    public int Found { get; private set; }

    /// <summary>For how many something was written.</summary>
    public int Changed { get; private set; }

    public bool IsEmpty => lines.Count == 0;

    public void Add(Guid opportunity, Repairs repairs)
    {
        Found++;
        var id = opportunity.ToString("D");
        if (repairs.Rows > 0)
        {
            Changed++;
            lines.Add(new Sentence(Text.ReconcileRepaired, id, What(repairs)));
        }

        if (!repairs.IsSettled)
        {
            lines.Add(new Sentence(Text.ReconcileUnsettled, id));
        }
    }

    public void Add(Guid opportunity, string fault)
    {
        Found++;
        lines.Add(new Sentence(Text.ReconcileFailed, opportunity.ToString("D"), fault));
    }

    public string In(Language language) => string.Join("\n", lines.Select(line => line.In(language)));

    private static List<Sentence> What(Repairs repairs) => new[]
    {
        new { Text = Text.RepairMade, Rows = repairs.Made },
        new { Text = Text.RepairSuperseded, Rows = repairs.Superseded },
        new { Text = Text.RepairRelinked, Rows = repairs.Relinked },
        new { Text = Text.RepairLateRows, Rows = repairs.LateRows },
    }.Where(repair => repair.Rows > 0).Select(repair => new Sentence(repair.Text, repair.Rows)).ToList();
}
