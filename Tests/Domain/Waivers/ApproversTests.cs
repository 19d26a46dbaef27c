using CrmExtensions.Closing;
using CrmExtensions.Waivers;
using CsCheck;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

/// <summary>People by number: 1 asks, 2 manages, 3 stands in, 4 heads, 5 runs the program, 6 owns.</summary>
[TestClass]
public sealed class ApproversTests
{
    [TestMethod]
    //       outcome      manager delegates heads owners  who may
    [DataRow(Outcome.Lost, 2, "3", "4", "5", "3 2")]
    [DataRow(Outcome.Lost, 2, "", "4", "5", "2")]
    [DataRow(Outcome.Lost, 0, "3", "4", "5", "3 4", DisplayName = "no manager: the head, and the delegate still")]
    [DataRow(Outcome.Lost, 0, "", "4", "5", "4")]
    [DataRow(Outcome.Lost, 0, "", "", "5", "5")]
    [DataRow(Outcome.Lost, 0, "", "", "", "")]
    [DataRow(Outcome.Lost, 1, "3", "4", "5", "3 4", DisplayName = "the manager asks himself")]
    [DataRow(Outcome.Lost, 1, "1", "1", "5", "5", DisplayName = "the manager is delegate and head too")]
    [DataRow(Outcome.Lost, 2, "6", "4", "5", "2", DisplayName = "the owner stands in for the manager")]
    [DataRow(Outcome.Won, 2, "3", "4", "5", "4")]
    [DataRow(Outcome.Won, 2, "3", "", "5", "5")]
    [DataRow(Outcome.Won, 2, "3", "1", "5", "5", DisplayName = "the head asks himself")]
    [DataRow(Outcome.Won, 2, "3", "", "", "")]
    public void Who_may_decide_over_a_waiver(Outcome outcome, int manager, string delegates, string heads, string owners, string expected)
    {
        var approvers = new Approvers(manager == 0 ? null : Id(manager), People(delegates), People(heads), People(owners));

        var found = approvers.For(new WaiverRequest { Outcome = outcome, Requester = Id(1), Owner = Id(6) });

        CollectionAssert.AreEqual(People(expected), found.ToArray());
    }

    [TestMethod]
    public void Nobody_decides_for_himself() => Gen.Select(Gen.Enum<Outcome>(), Gen.Int[0, 6], Gen.Int[1, 6].Array[0, 3], Gen.Int[1, 6].Array[0, 3], Gen.Int[1, 6].Array[0, 3])
        .Sample((outcome, manager, delegates, heads, owners) =>
        {
            var approvers = new Approvers(Id(manager), Array.ConvertAll(delegates, Id), Array.ConvertAll(heads, Id), Array.ConvertAll(owners, Id));
            var found = approvers.For(new WaiverRequest { Outcome = outcome, Requester = Id(1), Owner = Id(6) });
            return !found.Contains(Id(1)) && !found.Contains(Id(6)) && !found.Contains(Guid.Empty);
        });

    [TestMethod]
    //       from          to            named
    [DataRow(null, null, true)]
    [DataRow("2026-05-10", "2026-05-10", true)]
    [DataRow("2026-05-11", null, false)]
    [DataRow(null, "2026-05-09", false)]
    [DataRow("2026-05-01", "2026-05-31", true)]
    public void Approvers_are_named_from_one_day_to_another(string? from, string? to, bool isNamed)
    {
        DateTime? On(string? date) => date is null ? null : Day(date);
        ApproverRow[] rows = [new(Id(3), ApproverKind.Delegate, On(from), On(to)), new(Id(4), ApproverKind.Head, On(from), On(to))];

        var approvers = Approvers.On(Day("2026-05-10").AddHours(12), Id(2), rows, [Id(5)]);

        CollectionAssert.AreEqual(isNamed ? [Id(3)] : Array.Empty<Guid>(), approvers.Delegates.ToArray());
        CollectionAssert.AreEqual(isNamed ? [Id(4)] : Array.Empty<Guid>(), approvers.Heads.ToArray());
    }

    private static Guid[] People(string numbers) => [.. numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => Id(number[0] - (int)'0'))];
}
