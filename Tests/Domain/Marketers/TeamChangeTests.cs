using CrmExtensions.Marketers;
using CsCheck;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

/// <summary>People by number; one unit, except where several are compared.</summary>
[TestClass]
public sealed class TeamChangeTests
{
    [TestMethod]
    [DataRow(0, false, DisplayName = "the day before")]
    [DataRow(1, true, DisplayName = "the first day")]
    [DataRow(2, true)]
    [DataRow(3, true, DisplayName = "the last day")]
    [DataRow(4, false, DisplayName = "the day after")]
    public void An_assignment_counts_from_its_first_day_to_its_last(int day, bool isOn) =>
        Assert.AreEqual(isOn, From(1, 3).IsOn(Day(day)));

    [TestMethod]
    public void Without_a_last_day_it_goes_on_and_without_a_first_it_has_not_begun()
    {
        Assert.IsTrue(From(1, null).IsOn(new DateTime(9999, 12, 31)));
        Assert.IsFalse((From(1, null) with { From = null }).IsOn(Day(2)));
    }

    [TestMethod]
    [DataRow(4, 6, false)]
    [DataRow(3, 6, true)]
    [DataRow(1, 3, true)]
    [DataRow(2, 2, true)]
    [DataRow(-3, 0, false)]
    [DataRow(-3, 1, true)]
    [DataRow(4, null, false)]
    [DataRow(3, null, true)]
    public void Two_assignments_overlap_when_a_day_is_in_both(int from, int? to, bool overlaps) =>
        Assert.AreEqual(overlaps, From(1, 3).Overlaps(Day(from), to is { } last ? Day(last) : null));

    [TestMethod]
    public void Who_is_assigned_comes_and_who_is_not_leaves()
    {
        var change = TeamChange.On(Day(2), [From(1, 3) with { Marketer = Id(1) }, From(1, 1) with { Marketer = Id(2) }, From(1, null) with { Marketer = Id(3) }], [Id(2), Id(3), Id(4)]);

        CollectionAssert.AreEqual(new[] { Id(1) }, change.Add.ToArray());
        CollectionAssert.AreEquivalent(new[] { Id(2), Id(4) }, change.Remove.ToArray());
        Assert.AreEqual(2, change.Wanted);
    }

    [TestMethod]
    public void Once_carried_out_nothing_is_due_any_more() => Gen.Select(Gen.Select(Gen.Int[1, 5], Gen.Int[0, 9], Gen.Int[0, 9]).Array[0, 6], Gen.Int[1, 5].HashSet[0, 5])
        .Sample((assigned, members) =>
        {
            var assignments = Array.ConvertAll(assigned, one => From(one.Item2, one.Item3) with { Marketer = Id(one.Item1) });
            var before = members.Select(Id).ToHashSet();
            var change = TeamChange.On(Day(5), assignments, before);
            var after = before.Except(change.Remove).Concat(change.Add).ToList();

            var next = TeamChange.On(Day(5), assignments, after);

            return next.Add.Count + next.Remove.Count == 0 && next.Wanted == after.Count && change.Add.All(user => !before.Contains(user)) && change.Remove.All(before.Contains);
        });

    [TestMethod]
    public void Every_unit_has_a_team_of_its_own_with_the_same_id_every_time()
    {
        Assert.AreEqual(MarketerTeams.IdOf(Id(1)), MarketerTeams.IdOf(Id(1)));
        Gen.Select(Gen.Guid, Gen.Guid).Sample((one, other) => MarketerTeams.IdOf(one) != one && (one == other) == (MarketerTeams.IdOf(one) == MarketerTeams.IdOf(other)));
    }

    private static DateTime Day(int day) => new DateTime(2026, 4, 10).AddDays(day);

    private static Assignment From(int from, int? to) => new(Id(9), Id(1), Id(8), Day(from), to is { } last ? Day(last) : null);
}
