using CrmExtensions.Tables;
using CsCheck;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Whatever happens in whatever order, the stored roll-ups are what a full recompute gives.</summary>
[TestClass]
public sealed class AnyOrderTests
{
    private static readonly Gen<(int Deal, int Action)[]> Days = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6]).Array[1, 40];

    [TestMethod]
    public void Of_closes_reopens_and_replays_ends_in_the_same_rollups_as_a_full_recompute()
    {
        Days.Sample(
            day =>
            {
                using var office = new Office(Behaviors.All[day.Length * 37 % Behaviors.All.Count], lateSteps: day.Length % 2 == 0);
                var deals = Enumerable.Range(0, 6).Select(i => office.Deal(1000m * (i + 1))).ToList();
                var rivals = new[] { office.Rival("A"), office.Rival("B") };
                foreach (var (deal, action) in day)
                {
                    Act(office, deals[deal], action, rivals);
                }

                office.Org.RunJobs();
                office.Advance(TimeSpan.FromMinutes(10));
                office.Sweep();
                var stored = Tallies.Stored(office);
                CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), stored.ToList());

                RefoldAll(office);
                CollectionAssert.AreEqual(stored.ToList(), Tallies.Stored(office).ToList());
                AssertOneCurrentPerClosedDeal(office);
            },
            iter: Enumerations.Days(60));
    }

    private static void Act(Office office, Guid deal, int action, Guid[] rivals)
    {
        var isOpen = office.Rows(Opportunity.Table).Single(row => row.Id == deal).FormattedValues[Opportunity.StateCode] == "Open";
        switch (action)
        {
            case 0 or 1 when isOpen:
                office.Win(deal, Day(action + 1), revenue: 500m, rival: rivals[action]);
                break;
            case 2 or 3 when isOpen:
                office.Lose(deal, Day(20 + (action * 10)), rivals[action - 2]);
                break;
            case 4 when isOpen:
                office.SetState(deal, Opportunity.StateCodeOption.Won);
                office.Org.RunJobs();
                break;
            case 5 when !isOpen:
                office.Reopen(deal);
                break;
            default:
                office.Org.RunJobs();
                break;
        }
    }

    private static void RefoldAll(Office office)
    {
        foreach (var period in office.Rows(RollupPeriod.Table).OrderBy(row => row.GetAttributeValue<string>(RollupPeriod.PeriodKey), StringComparer.Ordinal))
        {
            office.System.Update(new Entity(RollupPeriod.Table, period.Id) { [RollupPeriod.FoldToken] = office.Now.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        }
    }

    private static void AssertOneCurrentPerClosedDeal(Office office)
    {
        foreach (var deal in office.Rows(Opportunity.Table))
        {
            var closed = deal.FormattedValues[Opportunity.StateCode] != "Open";
            var current = office.Interviews(deal.Id).Count(row => row.GetAttributeValue<bool>(Interview.IsCurrent));
            Assert.AreEqual(closed ? 1 : 0, current);
        }
    }

    private static DateTime Day(int day) => new DateTime(2026, 4, 1, 3, 0, 0, DateTimeKind.Utc).AddDays(day);
}
