using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>What an interview keeps of its close (product.md 5.2).</summary>
[TestClass]
public sealed class SnapshotTests
{
    [TestMethod]
    public void A_win_keeps_its_actual_revenue_and_a_loss_its_estimate()
    {
        using var office = new Office();
        var (won, lost, defaulted) = (office.Deal(1_000_000m), office.Deal(6_000_000m), office.Deal(2_000_000m));

        office.Win(won, revenue: 900_000m);
        office.Lose(lost);
        office.Win(defaulted);

        AssertValue(office, won, 900_000m, "Under 1M");
        AssertValue(office, lost, 6_000_000m, "5M to under 20M");
        AssertValue(office, defaulted, 2_000_000m, "1M to under 5M");
    }

    [TestMethod]
    public void A_deal_without_any_value_has_an_empty_one()
    {
        using var office = new Office();
        var deal = office.Rep.Create(new Entity(Opportunity.Table) { [Opportunity.Name] = "Field app" });

        office.Win(deal);

        var interview = office.Interviews(deal).Single();
        Assert.IsFalse(interview.Contains(Interview.BaseValue));
        Assert.IsFalse(interview.Contains(Interview.ValueBand));
    }

    [TestMethod]
    [DataRow("2026-03-31T14:59:59Z", "2026-03-31", "month-2026-03-01", DisplayName = "the last second of March in Tokyo")]
    [DataRow("2026-03-31T15:00:00Z", "2026-04-01", "month-2026-04-01", DisplayName = "midnight of 1 April in Tokyo")]
    public void The_close_date_is_read_in_the_business_time_zone(string closedAt, string expectedDate, string expectedMonth)
    {
        using var office = new Office();
        var deal = office.Deal();

        office.Win(deal, DateTime.Parse(closedAt, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal));

        var interview = office.Interviews(deal).Single();
        Assert.AreEqual(expectedDate, Date(interview, Interview.ClosedOn));
        Assert.AreEqual(expectedMonth, interview.GetAttributeValue<string>(Interview.PeriodKey));
    }

    [TestMethod]
    public void Due_dates_count_from_the_day_of_the_close_even_when_it_is_back_dated()
    {
        // The clock stands at Monday 11 May 2026, 10:00 in Tokyo.
        using var office = new Office();
        var (today, early, late) = (office.Deal(), office.Deal(), office.Deal());

        office.Win(today);
        office.Win(early, new DateTime(2026, 4, 2, 3, 0, 0, DateTimeKind.Utc));
        office.Win(late, new DateTime(2026, 5, 15, 3, 0, 0, DateTimeKind.Utc));

        AssertDue(office, today, "2026-05-13", "2026-05-25");
        AssertDue(office, early, "2026-05-13", "2026-05-25");
        AssertDue(office, late, "2026-05-19", "2026-05-29");
    }

    [TestMethod]
    public void Settings_move_due_dates_zone_and_bands()
    {
        using var office = new Office();
        office.Policy(
            (Setting.PartADueDays, 5),
            (Setting.PartACalendar, new OptionSetValue(Setting.PartACalendarOption.CalendarDays)),
            (Setting.PartBDueDays, 30),
            (Setting.TimeZone, "UTC"),
            (Setting.ValueBand1From, 10m));
        var deal = office.Deal(500m);

        office.Win(deal, new DateTime(2026, 5, 11, 23, 0, 0, DateTimeKind.Utc));

        Assert.AreEqual("2026-05-11", Date(office.Interviews(deal).Single(), Interview.ClosedOn));
        AssertDue(office, deal, "2026-05-16", "2026-06-10");
        AssertValue(office, deal, 500m, "1M to under 5M");
    }

    [TestMethod]
    public void Who_what_and_where_stay_as_they_were()
    {
        using var office = new Office();
        var deal = office.Deal();
        office.Win(deal);
        office.Org.RunJobs();
        var elsewhere = office.Org.AddBusinessUnit("West");
        var successor = office.Org.AddUser("Successor", elsewhere, ["Salesperson", "WL Seller"]);

        office.System.Update(new Entity(Opportunity.Table, deal) { [Opportunity.OwnerId] = new EntityReference(SystemUser.Table, successor) });
        office.System.Update(new Entity(Account.Table, office.Account) { [Account.IndustryCode] = new OptionSetValue(7) });

        var interview = office.Interviews(deal).Single();
        Assert.AreEqual(office.RepId, interview.GetAttributeValue<EntityReference>(Interview.OwnerIdAtClose)!.Id);
        Assert.AreEqual(office.Unit, interview.GetAttributeValue<EntityReference>(Interview.BusinessUnitIdAtClose)!.Id);
        Assert.AreEqual(office.RepId, interview.GetAttributeValue<EntityReference>(Interview.ClosedById)!.Id);
        Assert.AreEqual(17, interview.GetAttributeValue<int>(Interview.IndustryCode));
        Assert.AreEqual("Food and Tobacco Processing", interview.GetAttributeValue<string>(Interview.IndustryLabel));
        Assert.AreEqual("Won", interview.GetAttributeValue<string>(Interview.StatusReasonLabel));
    }

    [TestMethod]
    public void What_a_seller_has_written_in_for_a_product_stays_with_the_deal()
    {
        using var office = new Office();
        var deal = office.Deal();
        office.System.Create(new Entity(OpportunityProduct.Table)
        {
            [OpportunityProduct.OpportunityId] = new EntityReference(Opportunity.Table, deal),
            [OpportunityProduct.IsProductOverridden] = true,
            [OpportunityProduct.ProductDescription] = "Aozora Foods 鈴木部長 090-1234-5678 ご要望の特注",
            [OpportunityProduct.ExtendedAmount] = new Money(900m),
        });

        office.Lose(deal);
        office.Org.RunJobs();

        Assert.IsNull(office.Interviews(deal).Single().GetAttributeValue<string>(Interview.ProductLine));
        Assert.IsEmpty(office.Org.FailedJobs);
    }

    [TestMethod]
    public void The_largest_product_and_the_named_competitor_are_filled_in_afterwards()
    {
        using var office = new Office();
        var (deal, rival, other) = (office.Deal(), office.Rival("Orrery Cloud"), office.Rival("Glasswing Systems"));
        AddProduct(office, deal, "Support", 100m);
        AddProduct(office, deal, "Route planner", 900m);
        office.System.Associate(Opportunity.Table, deal, new Relationship("opportunitycompetitors_association"), [new EntityReference(Competitor.Table, other), new EntityReference(Competitor.Table, rival)]);

        office.Lose(deal, rival: rival);
        office.Org.RunJobs();

        var interview = office.Interviews(deal).Single();
        Assert.AreEqual("Route planner", interview.GetAttributeValue<string>(Interview.ProductLine));
        Assert.AreEqual(office.RepId, interview.GetAttributeValue<EntityReference>(Interview.OwnerId)!.Id);
        var competitors = office.Rows(InterviewCompetitor.Table).OrderBy(row => row.GetAttributeValue<string>(InterviewCompetitor.Name), StringComparer.Ordinal).ToList();
        CollectionAssert.AreEqual(
            new[] { "Glasswing Systems finalist:True winner:False", "Orrery Cloud finalist:True winner:True" },
            competitors.ConvertAll(row => $"{row.GetAttributeValue<string>(InterviewCompetitor.Name)} finalist:{row[InterviewCompetitor.IsFinalist]} winner:{row[InterviewCompetitor.IsWinner]}"));
    }

    private static void AddProduct(Office office, Guid deal, string name, decimal amount) => office.System.Create(new Entity(OpportunityProduct.Table)
    {
        [OpportunityProduct.OpportunityId] = new EntityReference(Opportunity.Table, deal),
        [OpportunityProduct.ProductId] = new EntityReference(Product.Table, office.System.Create(new Entity(Product.Table) { [Product.Name] = name })),
        [OpportunityProduct.ExtendedAmount] = new Money(amount),
    });

    private static void AssertValue(Office office, Guid deal, decimal value, string band)
    {
        var interview = office.Interviews(deal).Single();
        Assert.AreEqual(value, interview.GetAttributeValue<decimal>(Interview.BaseValue));
        Assert.AreEqual(value, interview.GetAttributeValue<Money>(Interview.Value)!.Value);
        Assert.AreEqual(band, interview.FormattedValues[Interview.ValueBand]);
    }

    private static void AssertDue(Office office, Guid deal, string reflection, string hearing)
    {
        var interview = office.Interviews(deal).Single();
        Assert.AreEqual(reflection, Date(interview, Interview.PartADueOn));
        Assert.AreEqual(hearing, Date(interview, Interview.DueOn));
    }

    private static string Date(Entity row, string column) => row.GetAttributeValue<DateTime>(column).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
