using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Rows;

namespace CrmExtensions.Local.Sales;

/// <summary>Every activity, of whatever kind, has a row in one table that the platform keeps and nobody else may write.</summary>
internal sealed class ActivityPointers(Engine engine)
{
    public const string Table = "activitypointer";

    private const string Regarding = "regardingobjectid";
    private const string Kind = "activitytypecode";
    private const string RegardingOfClose = "opportunityid";

    public void Follow(Operation operation, RowValues row, bool isNew)
    {
        if (!IsKept(operation.Metadata))
        {
            return;
        }

        var pointer = Copy(row, engine.TableOf(Table));
        if (isNew)
        {
            pointer["activityid"] = operation.RowId;
            pointer[Kind] = operation.Table;
            engine.WriterFor(operation.Unit!.Session).Insert(pointer);
        }
        else
        {
            engine.WriterFor(operation.Unit!.Session).Update(pointer, operation.RowId);
        }
    }

    public void Deleted(Operation operation)
    {
        if (IsKept(operation.Metadata))
        {
            engine.WriterFor(operation.Unit!.Session).Delete(engine.TableOf(Table), operation.RowId);
        }
    }

    // An org made by a test may have activities and no such table.
    private bool IsKept(Table table) => table.IsActivity && table.Name != Table && engine.Catalog.Tables.ContainsKey(Table);

    private static RowValues Copy(RowValues row, Table pointers)
    {
        var pointer = new RowValues(pointers);
        foreach (var column in row.ColumnsOf(row.Present).Where(column => column.Name is not "statuscode" && column.Type != ColumnType.PrimaryKey))
        {
            pointer.SetIfKnown(column.Name == RegardingOfClose ? Regarding : column.Name, row[column]);
        }

        return pointer;
    }
}
