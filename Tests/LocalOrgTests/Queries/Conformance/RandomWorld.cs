using CrmExtensions.Local;
using CrmExtensions.Tables;
using CsCheck;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Makes worlds: few different values, so that conditions often hold.</summary>
internal static class RandomWorld
{
    private const int Rows = 24;
    private static readonly DateTime First = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Gen<string> Texts { get; } = Gen.OneOf("a", "A", "b", "ab", "Ba", "abc", "cab", "b1", "1");

    public static Gen<decimal> Amounts { get; } = Gen.OneOf(-1m, 0m, 0.5m, 1m, 1.25m, 2m);

    public static Gen<int> Numbers { get; } = Gen.OneOf(-2, 0, 1, 2, 3, 1033);

    public static Gen<int> Choices { get; } = Gen.Int[727000000, 727000003];

    /// <summary>Time spans around now, as often minutes as years.</summary>
    public static Gen<TimeSpan> Distances { get; } = Gen.Select(
        Gen.OneOf(1, 60, 24 * 60, 7 * 24 * 60, 30 * 24 * 60, 91 * 24 * 60, 365 * 24 * 60),
        Gen.Int[-4, 4],
        Gen.Int[-7200, 7200],
        (minutes, times, seconds) => TimeSpan.FromMinutes((double)minutes * times) + TimeSpan.FromSeconds(seconds));

    /// <summary>Guids that rows of a kind may point to.</summary>
    public static Gen<Guid> Owners { get; } = Gen.OneOf(World.User, World.Other, World.Team);

    public static Gen<Guid> UnitIds { get; } = Gen.Int[1, World.Units].Select(World.Unit);

    public static Gen<Guid> Accounts { get; } = Gen.Int[1, 3].Select(World.Account);

    public static Gen<World> Worlds { get; } = Gen.Select(
        Gen.Int[0, 3 * 365 * 86400],
        Gen.OneOf("Tokyo Standard Time", "UTC", "Pacific Standard Time"),
        Gen.OneOf(Gen.Const(new FiscalCalendar()), Gen.Const(new FiscalCalendar { StartMonth = 4 }), Gen.Const(new FiscalCalendar { StartMonth = 10, MonthsOfPeriod = 1, NamedByEnd = true }), Gen.Const(new FiscalCalendar { StartMonth = 7, MonthsOfPeriod = 6 })),
        Seeds.Array[Rows],
        (seconds, zone, fiscal, seeds) =>
        {
            var now = First.AddSeconds(seconds);
            return new World
            {
                Now = now,
                Zone = TimeZoneInfo.FindSystemTimeZoneById(zone),
                Fiscal = fiscal,
                Rows = [.. seeds.Select((seed, index) => Row(index + 1, now, seed))],
            };
        });

    private static Gen<Seed> Seeds => Gen.Select(
        Gen.Select(Perhaps(Texts), Perhaps(Texts), Amounts, Perhaps(Numbers.Select(number => (object)number)), Perhaps(Distances.Select(distance => (object)distance))),
        Gen.Select(Perhaps(Distances.Select(distance => (object)distance)), Perhaps(Choices.Select(choice => (object)choice)), Gen.Bool, Choices.Array[0, 3], Gen.Select(Owners, Perhaps(UnitIds.Select(id => (object)id)), Perhaps(Accounts.Select(id => (object)id)))),
        (first, second) => new Seed(first.Item1, first.Item2, first.Item3, (int?)first.Item4, (TimeSpan?)first.Item5, (TimeSpan?)second.Item1, (int?)second.Item2, second.Item3, second.Item4, second.Item5.Item1, (Guid?)second.Item5.Item2, (Guid?)second.Item5.Item3));

    private static Gen<T?> Perhaps<T>(Gen<T> some)
        where T : class => Gen.Frequency((1, Gen.Const((T?)null)), (4, some.Select(value => (T?)value)));

    private static Entity Row(int number, DateTime now, Seed seed)
    {
        var row = new Entity(Interview.Table, Some.Id(number));
        row[Interview.Name] = "Row";
        row[Interview.After] = seed.After;
        row[Interview.Before] = seed.Before;
        row[Interview.BaseValue] = seed.Amount;
        row[Interview.Value] = seed.Number is null ? null : new Money(seed.Amount);
        row[Interview.DaysToComplete] = seed.Number;
        row[Interview.CompletedOn] = seed.Completed is { } completed ? now + completed : null;
        row[Interview.HeardOn] = seed.Heard is { } heard ? DateTime.SpecifyKind((now + heard).Date, DateTimeKind.Unspecified) : null;
        row[Interview.ClosedVia] = seed.Choice is { } choice ? new OptionSetValue(choice) : null;
        row[Interview.IsDue] = seed.Flag;
        row[Interview.VagueFlags] = seed.Flags.Length == 0 ? null : new OptionSetValueCollection([.. seed.Flags.Distinct().Select(flag => new OptionSetValue(flag))]);
        row[Interview.OwnerId] = new EntityReference(seed.Owner == World.Team ? Team.Table : SystemUser.Table, seed.Owner);
        row[Interview.BusinessUnitIdAtClose] = seed.Unit is { } unit ? new EntityReference(BusinessUnit.Table, unit) : null;
        row[Interview.AccountId] = seed.Account is { } account ? new EntityReference(Account.Table, account) : null;
        return row;
    }

    private sealed record Seed(
        string? After, string? Before, decimal Amount, int? Number, TimeSpan? Completed, TimeSpan? Heard, int? Choice, bool Flag, int[] Flags, Guid Owner, Guid? Unit, Guid? Account);
}
