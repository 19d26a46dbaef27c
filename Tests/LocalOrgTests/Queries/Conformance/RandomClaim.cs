using CrmExtensions.Tables;
using CsCheck;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Makes conditions: every operator as often as any other, on a column it is for.</summary>
internal static class RandomClaim
{
    private static readonly Gen<string> Dates = Gen.OneOf(Interview.CompletedOn, Interview.HeardOn);
    private static readonly Gen<string> Pieces = Gen.OneOf("a", "B", "c", "1", "%", "_", "[ab]", "[^a]", "[a-b]");
    private static readonly Gen<int> Counts = Gen.Int[1, 5];

    /// <summary>Of a world: its moment is what days are near to.</summary>
    public static Gen<Claim> Of(World world) => Gen.OneOf([.. Kinds(world)]);

    private static IEnumerable<Gen<Claim>> Kinds(World world) =>
        OperatorNames.All.Select(pair => OfOperator(world, pair.Key, pair.Value));

    private static Gen<Claim> OfOperator(World world, string name, ConditionOperator inSdk) => OperatorNames.KindOf(inSdk) switch
    {
        OperandKind.Comparison => Gen.OneOf(Typed(world, 1, 1, name, inSdk), Columns(name, inSdk)),
        OperandKind.List => Typed(world, 1, 3, name, inSdk),
        OperandKind.Pair => Typed(world, 2, 2, name, inSdk),
        var kind => Gen.Select(ColumnOf(kind), ValuesOf(world, kind), (column, values) => new Claim(name, inSdk, column, values)),
    };

    private static Gen<string> ColumnOf(OperandKind kind) => kind switch
    {
        OperandKind.Presence => Gen.OneOf(Interview.After, Interview.CompletedOn, Interview.ClosedVia, Interview.VagueFlags, Interview.AccountId),
        OperandKind.Pattern => Gen.OneOf(Interview.After, Interview.Before),
        OperandKind.User => Gen.Const(Interview.OwnerId),
        OperandKind.Unit or OperandKind.Hierarchy => Gen.Const(Interview.BusinessUnitIdAtClose),
        OperandKind.Language => Gen.Const(Interview.DaysToComplete),
        OperandKind.Choices => Gen.Const(Interview.VagueFlags),
        _ => Dates,
    };

    private static Gen<object[]> ValuesOf(World world, OperandKind kind) => kind switch
    {
        OperandKind.Pattern => Pieces.Array[1, 3].Select(pieces => new object[] { string.Concat(pieces) }),
        OperandKind.Day => RandomWorld.Distances.Select(distance => new object[] { DateTime.SpecifyKind((world.LocalNow + distance).Date, DateTimeKind.Unspecified) }),
        OperandKind.Count => Counts.Select(count => new object[] { count }),
        OperandKind.FiscalYear => Year(world).Select(year => new object[] { year }),
        OperandKind.FiscalPeriod => Period(world).Select(period => new object[] { period }),
        OperandKind.FiscalPeriodAndYear => Gen.Select(Period(world), Year(world), (period, year) => new object[] { period, year }),
        OperandKind.Hierarchy => RandomWorld.UnitIds.Select(id => new object[] { id }),
        OperandKind.Choices => RandomWorld.Choices.Array[1, 2].Select(flags => flags.Cast<object>().ToArray()),
        _ => Gen.Const(Array.Empty<object>()),
    };

    private static Gen<int> Year(World world) => Gen.Int[world.Now.Year - 1, world.Now.Year + 1];

    private static Gen<int> Period(World world) => Gen.Int[1, 12 / world.Fiscal.MonthsOfPeriod];

    private static Gen<Claim> Columns(string name, ConditionOperator inSdk) => Gen.OneOf(
        new Claim(name, inSdk, Interview.After, [], Interview.Before),
        new Claim(name, inSdk, Interview.BaseValue, [], Interview.BaseValue),
        new Claim(name, inSdk, Interview.CompletedOn, [], Interview.CompletedOn));

    private static Gen<Claim> Typed(World world, int least, int most, string name, ConditionOperator inSdk)
    {
        Gen<Claim> On<T>(string column, Gen<T> values) =>
            values.Array[least, most].Select(given => new Claim(name, inSdk, column, [.. given.Select(value => (object)value!)]));
        return Gen.OneOf(
            On(Interview.After, RandomWorld.Texts),
            On(Interview.BaseValue, RandomWorld.Amounts),
            On(Interview.Value, RandomWorld.Amounts),
            On(Interview.DaysToComplete, RandomWorld.Numbers),
            On(Interview.ClosedVia, RandomWorld.Choices),
            On(Interview.CompletedOn, RandomWorld.Distances.Select(distance => world.Now + distance)),
            On(Interview.HeardOn, RandomWorld.Distances.Select(distance => DateTime.SpecifyKind((world.Now + distance).Date, DateTimeKind.Unspecified))));
    }
}
