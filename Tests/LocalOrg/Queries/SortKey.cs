using System.Globalization;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>
/// One column that rows are sorted by: choices by their labels unless told otherwise, lookups by the name of what they point to
/// (Learn, fetchxml/order-rows, ordering lookup and choice columns).
/// </summary>
internal sealed class SortKey
{
    private readonly bool isName;
    private readonly IReadOnlyList<int>? ranks;
    private readonly Catalog catalog;

    public SortKey(TableUse use, Column column, bool descending, bool raw, ReadContext context)
    {
        Use = use;
        Column = column;
        Descending = descending;
        catalog = context.Catalog;
        KeptColumn = column;
        switch (column.Type)
        {
            case ColumnType.Choices:
                throw new NotSupportedByLocalOrgException($"sorting by several choices ('{column.Name}')");
            case ColumnType.Decimal or ColumnType.Double or ColumnType.Money when context.Dialect.CalculationFactor(column) is null:
                throw new NotSupportedByLocalOrgException($"sorting by '{column.Name}', which has more than seven decimals");
            case ColumnType.Lookup or ColumnType.Owner:
                KeptColumn = new NameToSql(new Sql(), catalog).NameOf(column) ?? throw new NotSupportedByLocalOrgException($"sorting by '{column.Name}': what it points to has no name here");
                isName = true;
                break;
            case ColumnType.Choice or ColumnType.State or ColumnType.Status when !raw:
                ranks = Ranks(column, context.Language);
                break;
        }
    }

    public TableUse Use { get; }

    public Column Column { get; }

    public bool Descending { get; }

    /// <summary>The column whose values a cookie keeps: the lookup's name, or the column itself.</summary>
    public Column KeptColumn { get; }

    /// <summary>What tells the engine where empty values go: the id of an outer link may be empty, as other columns may.</summary>
    public Column OrderColumn => Column.Type == ColumnType.PrimaryKey && Use.LinkAlias is not null ? Column with { Type = ColumnType.Guid } : Column;

    /// <summary>What a cookie calls it.</summary>
    public string Name => Use.LinkAlias is null ? Column.Name : Use.LinkAlias + "." + Column.Name;

    /// <summary>Writes what a cookie keeps.</summary>
    public void WriteKept(Sql sql)
    {
        if (!isName)
        {
            sql.Name(Use.SqlAlias, Column.Name);
        }
        else
        {
            new NameToSql(sql, catalog).Write(Use, Column);
        }
    }

    /// <summary>Writes what is sorted by: of a choice the place of its label among all.</summary>
    public void Write(Sql sql)
    {
        if (ranks is null)
        {
            WriteKept(sql);
            return;
        }

        sql.Add("CASE ").Name(Use.SqlAlias, Column.Name);
        for (var rank = 0; rank < ranks.Count; rank++)
        {
            sql.Add(string.Create(CultureInfo.InvariantCulture, $" WHEN {ranks[rank]} THEN {rank}"));
        }

        sql.Add(" END");
    }

    /// <summary>What a kept value is sorted by, as a parameter.</summary>
    public object Sorted(Dialect dialect, object kept) =>
        ranks is null ? dialect.Encode(KeptColumn, kept) : (long)ranks.ToList().IndexOf((int)kept);

    private static List<int> Ranks(Column column, int language) => column.Options.Count == 0
        ? throw new NotSupportedByLocalOrgException($"sorting by '{column.Name}', which has no labels here")
        : [.. column.Options
            .OrderBy(option => option.Labels.In(language), StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true))
            .ThenBy(option => option.Value)
            .Select(option => option.Value)];
}
