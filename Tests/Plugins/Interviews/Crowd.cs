using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Interviews;

/// <summary>Everybody who could touch an interview, and three deals to do it with. A refusal is fine; anything else that goes wrong is not.</summary>
internal sealed class Crowd : IDisposable
{
    public const int Size = 7;
    public const int Rep = 0;
    public const int Manager = 1;

    // Faults that no rule of ours and no right of the platform explains.
    private const int UnexpectedError = -2147220970;
    private readonly IOrganizationService[] people;
    private readonly Guid[] deals;

    public Crowd()
    {
        Office = new Office();
        var org = Office.Org;
        people =
        [
            Office.Rep,
            Office.Manager,
            org.As(org.AddUser("Colleague", Office.Unit, ["Salesperson", "WL Seller", "WL Seller Team Reader"])),
            org.As(org.AddUser("Embedded marketer", Office.Unit, ["WL Embedded Marketer", "Basic User"])),
            Office.Marketer,
            org.As(org.AddUser("Program owner", null, ["WL Program Owner", "Basic User"])),
            Office.System,
        ];
        deals = [Office.Deal(), Office.Deal(), Office.Deal()];
    }

    public Office Office { get; }

    public void Try(Attempt attempt)
    {
        Office.Advance(TimeSpan.FromSeconds(1));
        try
        {
            Do(attempt, people[attempt.Who]);
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            Assert.AreNotEqual(UnexpectedError, refused.Detail.ErrorCode, $"{attempt}: {refused.Message}");
            Assert.IsFalse(string.IsNullOrWhiteSpace(refused.Message), $"{attempt}: refused without a word");
        }
    }

    public void Dispose() => Office.Dispose();

    private void Do(Attempt attempt, IOrganizationService who)
    {
        var deal = deals[attempt.Deal];
        switch (attempt.Deed)
        {
            case Deed.Win:
                Office.Win(deal, Desk.Day(1 + attempt.Detail));
                break;
            case Deed.Lose:
                Office.Lose(deal, Desk.Day(1 + attempt.Detail));
                break;
            case Deed.Reopen:
                Office.Reopen(deal);
                break;
            case Deed.LetJobsRun:
                Office.Org.RunJobs();
                break;
            case Deed.WaitADay:
                Office.Advance(TimeSpan.FromDays(1));
                break;
            default:
                if (Office.Interviews(deal) is [.., var interview])
                {
                    new InterviewDeeds(Office, interview.Id).Do(attempt, who);
                }

                break;
        }
    }
}
