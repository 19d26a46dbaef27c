using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries;

/// <summary>A comparison.</summary>
/// <param name="LinkAlias">Which link's column; empty for the table the filter stands in.</param>
/// <param name="Column">The column.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Values">With what: plain values, SDK values, or text from FetchXML.</param>
/// <param name="Other">Another column to compare with, instead of values.</param>
internal sealed record Condition(string? LinkAlias, string Column, ConditionOperator Operator, IReadOnlyList<object> Values, ColumnRef? Other = null) : Filter;
