namespace CrmExtensions.Tests;

internal enum Happening
{
    CloseWithRow,
    CloseByBareState,
    WriteRowLate,
    Reopen,
    ReopenUnnoticed,
    Reconcile,
}
