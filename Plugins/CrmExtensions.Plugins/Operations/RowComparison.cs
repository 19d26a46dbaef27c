using System.Globalization;
using CrmExtensions.Folding;
using CrmExtensions.Framework;
using CrmExtensions.Rollups;
using CrmExtensions.Tables;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Operations;

/// <summary>A roll-up row before and after it was recomputed, where the two differ.</summary>
internal sealed class RowComparison
{
    private const string OurPrefix = "wl_";
    private const string InBaseCurrency = "_base";

    private static readonly string[] Names = [Rollup.Name, Rollup.Label1, Rollup.Label2];

    private readonly Entity? stored;
    private readonly Entity recomputed;
    private readonly List<string> columns;

    private RowComparison(Entity? stored, Entity recomputed, List<string> columns)
    {
        this.stored = stored;
        this.recomputed = recomputed;
        this.columns = columns;
    }

    public bool IsMissing => stored is null;

    public bool IsRenamed => columns.Exists(column => Names.Contains(column));

    public string Name => recomputed.GetAttributeValue<string>(Rollup.Name) ?? "";

    /// <summary>Empty where nothing differs.</summary>
    public static RowComparison? Of(Entity? stored, Entity recomputed)
    {
        var columns = (stored?.Attributes.Keys ?? []).Union(recomputed.Attributes.Keys)
            .Where(column => IsCompared(column) && !ColumnValues.Same(ValueOf(stored, column), ValueOf(recomputed, column)))
            .OrderBy(column => column, StringComparer.Ordinal)
            .ToList();
        return stored is not null && columns.Count == 0 ? null : new RowComparison(stored, recomputed, columns);
    }

    public RowChange Change(bool isRenamed) => new(
        IsMissing || columns.Contains(Rollup.Tally),
        stored is not null && stored.GetAttributeValue<int?>(Rollup.FormulaVersion) != Measures.FormulaVersion,
        isRenamed);

    /// <summary>A sentence for each column that differs.</summary>
    public IEnumerable<Sentence> Columns => columns.Select(column => new Sentence(Text.ColumnWas, column, Shown(stored, column), Shown(recomputed, column)));

    private static bool IsCompared(string column) =>
        column != Rollup.Id && column.StartsWith(OurPrefix, StringComparison.Ordinal) && !column.EndsWith(InBaseCurrency, StringComparison.Ordinal);

    private static object? ValueOf(Entity? row, string column) => row is not null && row.Contains(column) ? row[column] : null;

    // The raw tally is open to nobody, and a figure that may not be shown any more must not be told by the report of its going.
    private object Shown(Entity? row, string column)
    {
        var value = ValueOf(row, column);
        return value is null ? Text.NoValue
            : column == Rollup.Tally || !recomputed.Contains(column) ? Text.NotShown
            : value is OptionSetValue && row!.FormattedValues.TryGetValue(column, out var label) ? label!
            : Plain(value);
    }

    private static string Plain(object value) => value switch
    {
        OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
        Money money => money.Value.ToString(CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
