using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>
/// A table as its reader sees it: a secured column that the reader may not read is empty wherever a query names it, in
/// columns, filters, orders, groups, aggregates, links and cookies, so that nothing of it shows through what the query finds.
/// </summary>
internal static class ReadableTable
{
    public static void Write(Sql sql, ReadContext context, Table table)
    {
        if (table.Secured.All(column => context.Scope.MayRead(table, column)))
        {
            sql.Name(table.Name);
            return;
        }

        sql.Add("(SELECT ").Join(", ", table.Columns.Values, column =>
        {
            _ = context.Scope.MayRead(table, column) ? sql.Name(column.Name) : sql.Add(context.Dialect.Empty(column)).Add(" AS ").Name(column.Name);
            if (column.NamesItsTable)
            {
                sql.Add(", ").Name(Schema.TypeColumn(column));
            }
        }).Add(" FROM ").Name(table.Name).Add(")");
    }
}
