using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>Rows above or below another in a table that points to itself, by the table's id or by a lookup to the table.</summary>
internal static class HierarchyToSql
{
    private static readonly Dictionary<ConditionOperator, Direction> Directions = new()
    {
        [ConditionOperator.Under] = new(IsUp: false, WithSelf: false, IsNot: false),
        [ConditionOperator.UnderOrEqual] = new(IsUp: false, WithSelf: true, IsNot: false),
        [ConditionOperator.NotUnder] = new(IsUp: false, WithSelf: false, IsNot: true),
        [ConditionOperator.Above] = new(IsUp: true, WithSelf: false, IsNot: false),
        [ConditionOperator.AboveOrEqual] = new(IsUp: true, WithSelf: true, IsNot: false),
    };

    public static bool Write(Comparand comparand)
    {
        if (!Directions.TryGetValue(comparand.Condition.Operator, out var direction))
        {
            return false;
        }

        var table = HierarchyOf(comparand);
        var parent = ParentOf(comparand, table);
        var value = comparand.Single();
        WriteRelatives(comparand, direction, table, parent, value);
        if (direction.WithSelf)
        {
            comparand.Sql.Add(" OR ");
            comparand.Name().Add(" = ").Value(value);
        }

        comparand.Sql.Add(")");
        return true;
    }

    // UNION drops what was found before, so that a ring ends.
    private static void WriteRelatives(Comparand comparand, Direction direction, Table table, Column parent, object value)
    {
        var (found, known) = direction.IsUp ? (parent, table.PrimaryKey) : (table.PrimaryKey, parent);
        comparand.Sql.Add("(");
        if (direction.IsNot)
        {
            // Else an empty column would be "not under" only what has nothing below it.
            comparand.Name().Add(" IS NOT NULL AND ");
        }

        comparand.Name().Add(direction.IsNot ? " NOT IN (" : " IN (")
            .Add("WITH RECURSIVE relatives(id) AS (SELECT r.").Name(found.Name).Add(" FROM ").Name(table.Name).Add(" r WHERE r.").Name(known.Name).Add(" = ").Value(value)
            .Add(" UNION SELECT r.").Name(found.Name).Add(" FROM ").Name(table.Name).Add(" r JOIN relatives ON r.").Name(known.Name).Add(" = relatives.id)")
            .Add(" SELECT id FROM relatives WHERE id IS NOT NULL)");
    }

    private static Table HierarchyOf(Comparand comparand)
    {
        var column = comparand.Column;
        var name = column.Type == ColumnType.PrimaryKey ? comparand.Table.Name : column.Targets.Count == 1 ? column.Targets[0] : "";
        comparand.DemandType(comparand.Context.Catalog.Tables.ContainsKey(name), "columns of a hierarchy");
        return comparand.Context.Catalog.Tables[name];
    }

    private static Column ParentOf(Comparand comparand, Table table)
    {
        var own = comparand.Context.Catalog.Relationships
            .Where(relationship => relationship.Referenced == table.Name && relationship.Referencing == table.Name)
            .ToList();
        comparand.DemandType(own.Count > 0, "columns of a hierarchy");
        return own.Count == 1 ? table.Columns[own[0].ReferencingColumn] : throw new NotSupportedByLocalOrgException($"several hierarchies of '{table.Name}'");
    }

    private sealed record Direction(bool IsUp, bool WithSelf, bool IsNot);
}
