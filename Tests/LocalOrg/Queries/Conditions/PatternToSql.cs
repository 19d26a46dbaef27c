using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>Text that is like a pattern, or begins, ends with or contains a text.</summary>
internal static class PatternToSql
{
    private static readonly Dictionary<ConditionOperator, Pattern> Patterns = new()
    {
        [ConditionOperator.Like] = new("", "", false),
        [ConditionOperator.NotLike] = new("", "", true),
        [ConditionOperator.BeginsWith] = new("", "%", false),
        [ConditionOperator.DoesNotBeginWith] = new("", "%", true),
        [ConditionOperator.EndsWith] = new("%", "", false),
        [ConditionOperator.DoesNotEndWith] = new("%", "", true),
    };

    // SQL Server's longest pattern.
    private const int Longest = 4000;

    public static bool Write(Comparand comparand)
    {
        if (!Patterns.TryGetValue(comparand.Condition.Operator, out var pattern))
        {
            return false;
        }

        comparand.DemandType(comparand.Column.Type is ColumnType.Text or ColumnType.Memo, "text");
        var text = pattern.Before + Text(comparand) + pattern.After;
        if (HasSets(text))
        {
            comparand.Sql.Add(pattern.IsNegative ? "NOT " : "");
            comparand.Name().Add(comparand.Dialect.MatchOperator).Value(LikePattern.ToRegex(text));
        }
        else
        {
            comparand.Name().Add(pattern.IsNegative ? " NOT LIKE " : " LIKE ").Value(text).Add(comparand.Dialect.LikeSuffix);
        }

        return true;
    }

    /// <summary>Whether a condition's pattern has character sets, so that its SQL is another.</summary>
    public static bool HasSets(Condition condition) =>
        Patterns.ContainsKey(condition.Operator) && condition.Values.Count == 1 && condition.Values[0] is string text && HasSets(text);

    private static bool HasSets(string text) => text.Contains('[', StringComparison.Ordinal);

    private static string Text(Comparand comparand)
    {
        var value = comparand.Demand(1)[0];
        var text = value as string ?? throw DataFaults.WrongType(comparand.Table.Name, comparand.Column.Name, value, "text");
        return text.Length <= Longest ? text : throw DataFaults.MalformedQuery($"the pattern for '{comparand.Column.Name}' is longer than {Longest} characters.");
    }

    private sealed record Pattern(string Before, string After, bool IsNegative);
}
