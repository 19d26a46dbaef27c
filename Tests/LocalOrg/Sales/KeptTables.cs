using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Tables;

namespace CrmExtensions.Local.Sales;

/// <summary>Tables that the platform keeps and nobody else may write: every activity's row, and what has been shared.</summary>
internal static class KeptTables
{
    public static void DemandNotByHand(Operation operation)
    {
        if (operation.Mode == Mode.Asked && operation.Table is ActivityPointers.Table or PrincipalObjectAccess.Table)
        {
            throw DataFaults.MessageNotForTable(operation.Message, operation.Table);
        }
    }
}
