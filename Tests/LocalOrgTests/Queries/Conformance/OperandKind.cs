namespace CrmExtensions.Tests;

/// <summary>What a condition operator is for.</summary>
internal enum OperandKind
{
    Comparison,
    List,
    Pair,
    Presence,
    Pattern,
    Day,
    Moment,
    Count,
    FiscalYear,
    FiscalPeriod,
    FiscalPeriodAndYear,
    User,
    Unit,
    Language,
    Hierarchy,
    Choices,
}
