using System.Globalization;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Whether a condition holds of a row, by looking at the row: nothing here is the org's.</summary>
internal sealed class Evaluator(World world)
{
    public bool Holds(Claim claim, Entity row)
    {
        var value = row.GetAttributeValue<object>(claim.Column);
        return OperatorNames.KindOf(claim.InSdk) switch
        {
            OperandKind.Presence => value is null == (claim.InSdk == ConditionOperator.Null),
            OperandKind.User => OfUser(claim.InSdk, ((EntityReference)value!).Id),
            OperandKind.Unit => (value is EntityReference unit && unit.Id == World.Unit(2)) == (claim.InSdk == ConditionOperator.EqualBusinessId),
            OperandKind.Comparison => Compares(claim, row, value),
            _ => value is not null && Matches(claim, value),
        };
    }

    private bool Matches(Claim claim, object value) => OperatorNames.KindOf(claim.InSdk) switch
    {
        OperandKind.List => claim.Values.Any(one => Order(value, one) == 0) == (claim.InSdk == ConditionOperator.In),
        OperandKind.Pair => (Order(value, claim.Values[0]) >= 0 && Order(value, claim.Values[1]) <= 0) == (claim.InSdk == ConditionOperator.Between),
        OperandKind.Pattern => Patterns(claim.InSdk, (string)value, (string)claim.Values[0]),
        OperandKind.Language => (int)value == 1033,
        OperandKind.Hierarchy => Relates(claim.InSdk, ((EntityReference)value).Id, (Guid)claim.Values[0]),
        OperandKind.Choices => ((OptionSetValueCollection)value).Any(flag => claim.Values.Contains(flag.Value)) == (claim.InSdk == ConditionOperator.ContainValues),
        _ => new DateEvaluator(world, claim.Column == Interview.HeardOn).Holds(claim, (DateTime)value),
    };

    // An empty value is equal to nothing, and so not equal to everything.
    private static bool Compares(Claim claim, Entity row, object? value)
    {
        if (value is null)
        {
            return claim.InSdk == ConditionOperator.NotEqual;
        }

        var other = claim.Other is null ? claim.Values[0] : row.GetAttributeValue<object>(claim.Other);
        if (other is null)
        {
            return false;
        }

        var order = Order(value, other);
        return claim.InSdk switch
        {
            ConditionOperator.Equal => order == 0,
            ConditionOperator.NotEqual => order != 0,
            ConditionOperator.GreaterThan => order > 0,
            ConditionOperator.GreaterEqual => order >= 0,
            ConditionOperator.LessThan => order < 0,
            _ => order <= 0,
        };
    }

    /// <summary>Which of two values is larger; texts whatever their letter case.</summary>
    public static int Order(object left, object right) => left switch
    {
        string text => string.CompareOrdinal(text.ToLowerInvariant(), ((string)right).ToLowerInvariant()),
        DateTime time => time.CompareTo((DateTime)right),
        _ => Number(left).CompareTo(Number(right)),
    };

    private static decimal Number(object value) => value switch
    {
        OptionSetValue choice => choice.Value,
        Money money => money.Value,
        _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
    };

    private static bool OfUser(ConditionOperator comparison, Guid owner) => comparison switch
    {
        ConditionOperator.EqualUserId => owner == World.User,
        ConditionOperator.NotEqualUserId => owner != World.User,
        ConditionOperator.EqualUserTeams => owner == World.Team,
        _ => owner == World.User || owner == World.Team,
    };

    private static bool Relates(ConditionOperator comparison, Guid unit, Guid given) => comparison switch
    {
        ConditionOperator.Under => IsUnder(unit, given),
        ConditionOperator.NotUnder => !IsUnder(unit, given),
        ConditionOperator.UnderOrEqual => unit == given || IsUnder(unit, given),
        ConditionOperator.Above => IsUnder(given, unit),
        _ => unit == given || IsUnder(given, unit),
    };

    private static bool IsUnder(Guid unit, Guid top) => World.ParentOf(unit) is { } parent && (parent == top || IsUnder(parent, top));

    private static bool Patterns(ConditionOperator comparison, string text, string pattern)
    {
        var (whole, isNot) = comparison switch
        {
            ConditionOperator.BeginsWith => (pattern + "%", false),
            ConditionOperator.DoesNotBeginWith => (pattern + "%", true),
            ConditionOperator.EndsWith => ("%" + pattern, false),
            ConditionOperator.DoesNotEndWith => ("%" + pattern, true),
            ConditionOperator.Like => (pattern, false),
            _ => (pattern, true),
        };
        return IsLike(text.ToLowerInvariant(), whole.ToLowerInvariant()) != isNot;
    }

    private static bool IsLike(string text, string pattern)
    {
        if (pattern.Length == 0)
        {
            return text.Length == 0;
        }

        if (pattern[0] == '%')
        {
            return Enumerable.Range(0, text.Length + 1).Any(skipped => IsLike(text[skipped..], pattern[1..]));
        }

        var end = pattern[0] == '[' ? pattern.IndexOf(']', StringComparison.Ordinal) : 0;
        return text.Length > 0 && IsOne(text[0], pattern[..(end + 1)]) && IsLike(text[1..], pattern[(end + 1)..]);
    }

    // The sets that are made up here: [ab], [a-b] and [^a].
    private static bool IsOne(char letter, string pattern) => pattern switch
    {
        "_" => true,
        "[ab]" or "[a-b]" => letter is 'a' or 'b',
        "[^a]" => letter != 'a',
        _ => letter == pattern[0],
    };
}
