using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Rights as the roles of the solution give them (product.md 8).</summary>
[TestClass]
public sealed class WhoSeesWhatTests
{
    [TestMethod]
    public void A_rep_sees_the_own_interviews_only()
    {
        using var office = new Office();
        var colleague = office.Org.AddUser("Colleague", office.Unit, ["Salesperson", "WL Seller"]);
        office.Win(office.Deal());
        office.Org.RunJobs();

        Assert.HasCount(1, Read(office.Rep, Interview.Table));
        Assert.IsEmpty(Read(office.Org.As(colleague), Interview.Table));
    }

    [TestMethod]
    [DataRow(Opportunity.Table, "prvReadOpportunity")]
    [DataRow(OpportunityClose.Table, "prvReadActivity")]
    [DataRow(Interview.Table, "prvReadwl_Interview")]
    [DataRow(InterviewCompetitor.Table, "prvReadwl_InterviewCompetitor")]
    [DataRow(FoldTicket.Table, "prvReadwl_FoldTicket")]
    [DataRow(Setting.Table, "prvReadwl_Setting")]
    public void A_marketer_is_refused_everything_raw_by_the_name_of_the_privilege(string table, string privilege)
    {
        using var office = new Office();

        var fault = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => Read(office.Marketer, table));

        Assert.Contains($"is missing {privilege} privilege", fault.Message);
        Assert.AreEqual(-2147220960, fault.Detail.ErrorCode);
    }

    [TestMethod]
    public void A_marketer_reads_rollups_with_hidden_figures_empty_and_never_the_raw_tally()
    {
        using var office = new Office();
        for (var i = 0; i < 4; i++)
        {
            office.Win(office.Deal());
        }

        office.Org.RunJobs();

        foreach (var row in Read(office.Marketer, Rollup.Table))
        {
            Assert.AreEqual("Hidden (too few)", row.FormattedValues[Rollup.CountState]);
            foreach (var column in new[] { Rollup.N, Rollup.Won, Rollup.Lost, Rollup.WonValue, Rollup.LostValue, Rollup.WinRate, Rollup.WinRateNumerator, Rollup.WinRateDenominator, Rollup.WinRateByValue, Rollup.Tally })
            {
                Assert.IsFalse(row.Contains(column), column);
            }
        }
    }

    [TestMethod]
    public void A_fifth_deal_shows_the_counts_and_a_tenth_the_rate()
    {
        using var office = new Office();
        for (var i = 0; i < 10; i++)
        {
            if (i == 5)
            {
                office.Org.RunJobs();
                Assert.AreEqual("5 of 5, Counts only, rate ", Shown(office));
            }

            office.Win(office.Deal());
        }

        office.Org.RunJobs();
        Assert.AreEqual("10 of 10, Reference value, rate 1.000000", Shown(office));
    }

    [TestMethod]
    public void Nobody_but_the_system_writes_interviews_and_rollups()
    {
        using var office = new Office();
        office.Win(office.Deal());
        office.Org.RunJobs();
        var rollup = office.Rows(Rollup.Table)[0].Id;

        Refused(() => office.Rep.Create(new Entity(Interview.Table)), "prvCreatewl_Interview");
        Refused(() => office.Rep.Delete(Interview.Table, office.Rows(Interview.Table)[0].Id), "never deleted");
        Refused(() => office.Marketer.Update(new Entity(Rollup.Table, rollup) { [Rollup.Won] = 99 }), "prvWritewl_Rollup");
        Refused(() => office.Rep.Create(new Entity(RollupPeriod.Table)), "prvCreatewl_RollupPeriod");
        Refused(() => office.Rep.Create(new Entity(FoldTicket.Table)), "prvCreatewl_FoldTicket");
    }

    private static string Shown(Office office)
    {
        var row = Read(office.Marketer, Rollup.Table).Single(candidate => candidate.FormattedValues[Rollup.Grain] == "Month" && candidate.FormattedValues[Rollup.Dimension1] == "All");
        var rate = row.GetAttributeValue<decimal?>(Rollup.WinRate)?.ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture);
        return $"{row[Rollup.WinRateNumerator]} of {row[Rollup.WinRateDenominator]}, {row.FormattedValues[Rollup.WinRateState]}, rate {rate}";
    }

    private static void Refused(Action act, string privilege)
    {
        var fault = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(act);
        Assert.Contains(privilege, fault.Message);
    }

    private static List<Entity> Read(IOrganizationService service, string table) =>
        [.. service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities];
}
