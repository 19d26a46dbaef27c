using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;

namespace CrmExtensions.Local.Queries;

/// <summary>The text that goes with a column's value and is kept elsewhere: the name of what a lookup points to, the sign of a currency.</summary>
internal sealed class NameToSql(Sql sql, Catalog catalog)
{
    /// <summary>Whether a column has such a text.</summary>
    public bool Has(TableUse use, Column column) =>
        Targets(column).Any() || (column.Type == ColumnType.Money && use.Table.Columns.ContainsKey(Opportunity.TransactionCurrencyId));

    public void Write(TableUse use, Column column)
    {
        if (column.Type == ColumnType.Money)
        {
            WriteSign(use, column);
            return;
        }

        var targets = Targets(column).ToList();
        sql.Add(targets.Count > 1 ? "COALESCE(" : "").Join(", ", targets, target => sql.Add("(SELECT n.").Name(target.PrimaryName!.Name)
            .Add(" FROM ").Name(target.Name).Add(" n WHERE n.").Name(target.PrimaryKey.Name).Add(" = ").Name(use.SqlAlias, column.Name).Add(")"));
        sql.Add(targets.Count > 1 ? ")" : "");
    }

    /// <summary>The sign of the org's own currency.</summary>
    public void WriteBaseSign() => sql.Add("(SELECT n.").Name(TransactionCurrency.CurrencySymbol)
        .Add(" FROM ").Name(TransactionCurrency.Table).Add(" n JOIN ").Name(Organization.Table)
        .Add(" o ON o.").Name(Organization.BaseCurrencyId).Add(" = n.").Name(TransactionCurrency.Id).Add(" LIMIT 1)");

    /// <summary>The column that names the rows a lookup points to; empty where they have no name.</summary>
    public Column? NameOf(Column column) => Targets(column).FirstOrDefault()?.PrimaryName;

    private void WriteSign(TableUse use, Column column)
    {
        if (column.BaseOf is not null)
        {
            WriteBaseSign();
            return;
        }

        sql.Add("(SELECT n.").Name(TransactionCurrency.CurrencySymbol).Add(" FROM ").Name(TransactionCurrency.Table)
            .Add(" n WHERE n.").Name(TransactionCurrency.Id).Add(" = ").Name(use.SqlAlias, Opportunity.TransactionCurrencyId).Add(")");
    }

    private IEnumerable<Table> Targets(Column column) => column.Targets
        .Select(target => catalog.Tables.GetValueOrDefault(target))
        .OfType<Table>()
        .Where(target => target.PrimaryName is not null);
}
