using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Rows;

/// <summary>State and status reason belong together: either alone brings the other, and a pair that does not match is refused.</summary>
internal static class StatePair
{
    private const string State = "statecode";
    private const string Status = "statuscode";

    public static void FillNew(Table table, RowValues row)
    {
        if (table.HasState)
        {
            row[State] ??= StateOf(table, row[Status] as int?) ?? table.Columns[State].Options[0].Value;
            Complete(table, row);
        }
    }

    public static void FillChanged(Table table, RowValues row, Entity before)
    {
        if (!table.HasState || (!row.Has(State) && !row.Has(Status)))
        {
            return;
        }

        // A status alone does not change the state.
        row[State] ??= before.GetAttributeValue<OptionSetValue>(State)!.Value;
        Complete(table, row);
    }

    /// <summary>The status a state gets when none is given.</summary>
    public static int DefaultStatus(Table table, int state) =>
        table.Columns[State].Options.First(option => option.Value == state).DefaultStatus!.Value;

    /// <summary>The state a status reason belongs to; empty for one that the table does not have.</summary>
    public static int? StateOf(Table table, int? status) =>
        table.Columns[Status].Options.FirstOrDefault(option => option.Value == status)?.State;

    private static void Complete(Table table, RowValues row)
    {
        var state = (int)row[State]!;
        row[Status] ??= DefaultStatus(table, state);
        if (StateOf(table, (int)row[Status]!) != state)
        {
            throw DataFaults.WrongStatus(table.Name, (int)row[Status]!, state);
        }
    }
}
