using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>A fault at any service call of a close leaves both the close and its interview, or neither (architecture.md 8: fail-closed).</summary>
[TestClass]
public sealed class FaultDuringCloseTests
{
    [TestMethod]
    [DataRow("WinOpportunity", true)]
    [DataRow("LoseOpportunity", false)]
    public void Leaves_both_or_neither(string message, bool lateSteps)
    {
        var failures = 0;
        for (var failing = 1; ; failing++)
        {
            using var office = new Office(lateSteps: lateSteps);
            var deal = office.Deal();
            if (!FailsAtCall(office, failing, () => office.Close(message, Office.CloseRow(deal))))
            {
                break;
            }

            failures++;
            Assert.IsEmpty(office.Interviews(deal), $"call {failing}");
            Assert.IsEmpty(office.Rows(OpportunityClose.Table), $"call {failing}");
            Assert.AreEqual("Open", office.Rows(Opportunity.Table).Single().FormattedValues[Opportunity.StateCode], $"call {failing}");

            // And nothing is spoilt: the next attempt works.
            office.Org.Meter.AtServiceCall = null;
            office.Close(message, Office.CloseRow(deal));
            Assert.HasCount(1, office.Interviews(deal), $"after call {failing}");
        }

        Assert.AreEqual(lateSteps ? 4 : 3, failures);
    }

    [TestMethod]
    public void While_reopening_leaves_the_deal_closed_and_its_interview_current()
    {
        using var office = new Office();
        var deal = office.Deal();
        office.Win(deal);
        office.Org.RunJobs();

        for (var failing = 1; FailsAtCall(office, failing, () => office.Reopen(deal)); failing++)
        {
            Assert.IsTrue(office.Interviews(deal).Single().GetAttributeValue<bool>(Interview.IsCurrent), $"call {failing}");
            Assert.AreEqual("Won", office.Rows(Opportunity.Table).Single().FormattedValues[Opportunity.StateCode], $"call {failing}");
        }

        Assert.IsFalse(office.Interviews(deal).Single().GetAttributeValue<bool>(Interview.IsCurrent));
    }

    private static bool FailsAtCall(Office office, int failing, Action act)
    {
        var calls = 0;
        office.Org.Meter.AtServiceCall = (_, _) =>
        {
            if (++calls == failing)
            {
                throw new FaultException<OrganizationServiceFault>(new OrganizationServiceFault { ErrorCode = -2147204784 }, new FaultReason("Generic SQL error."));
            }
        };
        try
        {
            act();
            return false;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == -2147204784)
        {
            return true;
        }
    }
}
