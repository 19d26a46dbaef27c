using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Rows;

namespace CrmExtensions.Local.Store;

/// <summary>The statements that make the tables of a catalog, or what is missing of them.</summary>
internal sealed class Schema(Catalog catalog, Dialect dialect)
{
    // Stamps: no foreign key, no index.
    private static readonly HashSet<string> Stamps = ["createdby", "createdonbehalfby", "modifiedby", "modifiedonbehalfby", "owninguser", "owningteam", "organizationid"];

    // Users cannot be deleted, units and currencies hardly ever are, and nobody searches by them: a foreign key, no index.
    private static readonly HashSet<string> Lasting = ["systemuser", "businessunit", "transactioncurrency"];

    /// <summary>All statements, in order.</summary>
    /// <param name="there">The columns that a database already has, by table; none in a new one.</param>
    public IEnumerable<string> Statements(ILookup<string, string>? there = null) => TablesOf(catalog)
        .SelectMany(table => there?.Contains(table.Name) == true ? Added(table, there[table.Name]) : [CreateTable(table)])
        .Concat(TablesOf(catalog).SelectMany(Indexes))
        .Concat(LateReferences(there));

    /// <summary>The tables of an org and those that are the store's own.</summary>
    public static IEnumerable<Table> TablesOf(Catalog catalog) => catalog.Tables.Values.Append(RecycleBin.Table);

    /// <summary>The extra column that tells which table an owner or a customer is in.</summary>
    public static string TypeColumn(Column column) => column.Name + "type";

    private string CreateTable(Table table)
    {
        var sql = new Sql().Add("CREATE TABLE ").Name(table.Name).Add(" (");
        return sql.Join(", ", table.Columns.Values.SelectMany(Declarations), declaration => sql.Add(declaration)).Add(")").Text;
    }

    private IEnumerable<string> Added(Table table, IEnumerable<string> there) => table.Columns.Values.ExceptBy(there, column => column.Name)
        .SelectMany(Declarations)
        .Select(declaration => new Sql().Add("ALTER TABLE ").Name(table.Name).Add(" ADD COLUMN ").Add(declaration).Text);

    private IEnumerable<string> Declarations(Column column)
    {
        var sql = new Sql().Name(column.Name).Add(" ").Add(dialect.TypeOf(column));
        if (column.Type == ColumnType.PrimaryKey)
        {
            sql.Add(" NOT NULL PRIMARY KEY");
        }
        else if (!column.NamesItsTable && !dialect.AddsReferencesLater && TargetOf(column) is { } target)
        {
            sql.Add(" REFERENCES ").Name(target.Name).Add(" (").Name(target.PrimaryKey.Name).Add(")");
        }

        return column.NamesItsTable ? [sql.Text, new Sql().Name(TypeColumn(column)).Add(" TEXT").Text] : [sql.Text];
    }

    // Named after their column, so that a failure tells which one it was.
    private IEnumerable<string> LateReferences(ILookup<string, string>? there)
    {
        foreach (var table in dialect.AddsReferencesLater ? catalog.Tables.Values : [])
        {
            foreach (var column in table.Columns.Values.ExceptBy(there?[table.Name] ?? [], column => column.Name))
            {
                if (column.Type is not (ColumnType.PrimaryKey or ColumnType.Owner) && TargetOf(column) is { } target)
                {
                    yield return new Sql().Add("ALTER TABLE ").Name(table.Name).Add(" ADD CONSTRAINT ").Name(column.Name).Add(" FOREIGN KEY (").Name(column.Name)
                        .Add(") REFERENCES ").Name(target.Name).Add(" (").Name(target.PrimaryKey.Name).Add(")").Text;
                }
            }
        }
    }

    private Table? TargetOf(Column column) =>
        IsReference(column) && column.Targets.Count == 1 && catalog.Tables.TryGetValue(column.Targets[0], out var target) ? target : null;

    private static IEnumerable<string> Indexes(Table table)
    {
        foreach (var key in table.Keys)
        {
            var sql = new Sql().Add("CREATE UNIQUE INDEX IF NOT EXISTS ").Name(table.Name + "_" + key.Name).Add(" ON ").Name(table.Name).Add(" (");
            yield return sql.Join(", ", key.Columns, column => sql.Name(column)).Add(")").Text;
        }

        var single = table.Columns.Values.Where(column => IsIndexed(table, column)).Select(column => column.Name).Union(table.QuickFindColumns);
        foreach (var column in single.Where(column => !table.Keys.Any(key => key.Columns[0] == column)))
        {
            // Partial: nothing is searched by what is empty, and most references of most rows are.
            yield return new Sql().Add("CREATE INDEX IF NOT EXISTS ").Name(table.Name + "_" + column).Add(" ON ").Name(table.Name).Add(" (").Name(column).Add(") WHERE ").Name(column).Add(" IS NOT NULL").Text;
        }
    }

    private static bool IsReference(Column column) => column.Targets.Count > 0 && !Stamps.Contains(column.Name);

    // By owner and owning unit every read of users is narrowed.
    private static bool IsIndexed(Table table, Column column) =>
        column.Name is "ownerid" or "owningbusinessunit"
            ? table.IsOwned && !table.IsTransient
            : IsReference(column) && !column.Targets.Any(Lasting.Contains);
}
