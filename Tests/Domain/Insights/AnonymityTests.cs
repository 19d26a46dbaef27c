using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using CrmExtensions.Insights;
using CrmExtensions.Rollups;

namespace CrmExtensions.Tests.Insights;

[TestClass]
public sealed class AnonymityTests
{
    private const int April = 4;

    private static readonly CardAttributes Card = new(Outcome.Lost)
    {
        When = Month(5),
        Industry = new Named("12", "Durable manufacturing"),
        IndustryGroup = IndustryGroups.Named(IndustryGroup.Manufacturing),
        BusinessUnit = new Named("bu", "East"),
        Segment = new Named("seg", "Mid-size"),
        ProductLine = new Named("line", "Cloud"),
        ValueBand = new Named("2", "5M-20M"),
        Competitor = new Named("comp", "Quillmark"),
    };

    [TestMethod]
    public void The_ladder_drops_in_its_order_what_narrows_most_first()
    {
        var steps = Anonymity.Ladder(Card, April).Select(Told).ToArray();

        CollectionAssert.AreEqual(
            new[]
            {
                "month-2026-05-01 12 1 bu seg line 2 comp",
                "month-2026-05-01 1 bu seg line 2 comp",
                "half-2026-04-01 1 bu seg line 2 comp",
                "half-2026-04-01 1 bu seg 2 comp",
                "half-2026-04-01 1 bu 2 comp",
                "half-2026-04-01 1 bu comp",
                "half-2026-04-01 1 bu",
                "half-2026-04-01 1",
                "half-2026-04-01",
                "",
            },
            steps);
    }

    [TestMethod]
    public void The_half_is_that_of_the_fiscal_year() => Assert.AreEqual("half-2026-01-01", Anonymity.Ladder(Card, fiscalStartMonth: 1)[2].When!.Key);

    [TestMethod]
    public void A_step_that_changes_nothing_is_no_step() => Assert.HasCount(2, Anonymity.Ladder(new CardAttributes(Outcome.Won) { Segment = Card.Segment }, April));

    [TestMethod]
    [DataRow(0, "month-2026-05-01 12 1 bu seg line 2 comp")]
    [DataRow(1, "month-2026-05-01 12 1 bu seg line 2 comp")]
    [DataRow(2, "month-2026-05-01 12 1 bu seg line 2 comp")]
    [DataRow(3, "month-2026-05-01 1 bu seg line 2 comp")]
    [DataRow(4, "half-2026-04-01 1 bu seg line 2 comp")]
    [DataRow(5, "half-2026-04-01 1 bu seg 2 comp")]
    [DataRow(6, "half-2026-04-01")]
    [DataRow(7, "")]
    public void The_first_rung_that_enough_customers_share_is_told(int k, string told)
    {
        ClosedDeal[] deals =
        [
            new ClosedDeal(1, Card),
            new ClosedDeal(1, Card),
            new ClosedDeal(2, Card),
            new ClosedDeal(3, Card with { Industry = new Named("17", "Food") }),
            new ClosedDeal(4, Card with { Industry = new Named("17", "Food"), When = Month(9) }),
            new ClosedDeal(5, Card with { ProductLine = null }),
            new ClosedDeal(6, new CardAttributes(Outcome.Lost) { When = Month(4) }),
            new ClosedDeal(7, Card with { Outcome = Outcome.Won }),
            new ClosedDeal(Customer: null, Card),
        ];

        var chosen = deals[0].ToldAmong(deals, k, April);

        Assert.AreEqual(told, Told(chosen));
    }

    [TestMethod]
    public void A_label_that_was_changed_is_still_the_same_value()
    {
        var renamed = new ClosedDeal(2, Card with { Segment = new Named("seg", "Medium") });

        Assert.AreEqual(Card, new ClosedDeal(1, Card).ToldAmong([renamed], k: 2, April));
    }

    [TestMethod]
    public void Where_k_is_off_nobody_is_counted() =>
        Assert.AreEqual(Card, Anonymity.Choose(Card, k: 1, April, _ => throw new InvalidOperationException("counted")));

    [TestMethod]
    public void The_outcome_alone_is_told_however_few_share_it()
    {
        var asked = new List<CardAttributes>();

        var told = Anonymity.Choose(Card, k: 3, April, rung =>
        {
            asked.Add(rung);
            return 2;
        });

        Assert.AreEqual(new CardAttributes(Outcome.Lost), told);
        CollectionAssert.AreEqual(Anonymity.Ladder(Card, April).SkipLast(1).ToList(), asked);
    }

    private static Period Month(int month) => new(Grain.Month, new DateTime(2026, month, 1));

    private static string Told(CardAttributes card) => string.Join(
        ' ',
        new[] { card.When?.Key, card.Industry?.Value, card.IndustryGroup?.Value, card.BusinessUnit?.Value, card.Segment?.Value, card.ProductLine?.Value, card.ValueBand?.Value, card.Competitor?.Value }.Where(value => value is not null));
}
