using System.ServiceModel;
using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Rollups;

/// <summary>Users who close, reopen, complete and change competitors, at random; who is refused goes on with something else.</summary>
internal sealed class Bustle(Office office, Misfortune misfortune, IReadOnlyList<Guid> rivals)
{
    private static readonly DateTime First = new(2026, 3, 20, 3, 0, 0, DateTimeKind.Utc);

    /// <summary>Acts of one user on deals of his own until the time has come.</summary>
    public void Until(DateTime end)
    {
        var deals = new List<Guid>();
        while (office.Now < end)
        {
            office.Advance(TimeSpan.FromSeconds(misfortune.Draw(8)));
            try
            {
                Act(deals);
            }
            catch (FaultException<OrganizationServiceFault>)
            {
                // Refused, or others were in the way.
            }
            catch (WorkerLostException)
            {
                // The user's own call was what went down.
            }
        }
    }

    private void Act(List<Guid> deals)
    {
        if (deals.Count == 0 || misfortune.Draw(3) == 0)
        {
            deals.Add(office.Deal(1000m + misfortune.Draw(5000)));
            Close(deals[^1]);
            return;
        }

        var deal = deals[misfortune.Draw(deals.Count)];
        var current = office.Interviews(deal).FirstOrDefault(row => row.GetAttributeValue<bool>(Interview.IsCurrent));
        switch (misfortune.Draw(4))
        {
            case 0 when current is not null:
                office.Reopen(deal);
                break;
            case 1 when current is not null:
                Complete(new Desk(office, deal, current.Id));
                break;
            case 2 or 3 when current is not null:
                ChangeCompetitor(current);
                break;
            default:
                Close(deal);
                break;
        }
    }

    private void Close(Guid deal)
    {
        var day = First.AddDays(misfortune.Draw(50));
        Guid? rival = misfortune.Draw(2) == 0 ? rivals[misfortune.Draw(rivals.Count)] : null;
        if (misfortune.Draw(2) == 0)
        {
            office.Win(deal, day, 1000m + misfortune.Draw(1000), rival);
        }
        else
        {
            office.Lose(deal, day, rival);
        }
    }

    private static void Complete(Desk desk)
    {
        desk.FillIn();
        desk.Move(desk.Office.Rep, 3);
        desk.Move(desk.Office.Manager, 5);
    }

    private void ChangeCompetitor(Entity interview)
    {
        var row = office.Rows(InterviewCompetitor.Table).FirstOrDefault(row => row.GetAttributeValue<EntityReference>(InterviewCompetitor.InterviewId)?.Id == interview.Id);
        if (row is null)
        {
            office.Rep.Create(new Entity(InterviewCompetitor.Table)
            {
                [InterviewCompetitor.Name] = "Rival",
                [InterviewCompetitor.InterviewId] = interview.ToEntityReference(),
                [InterviewCompetitor.CompetitorId] = new EntityReference(Competitor.Table, rivals[misfortune.Draw(rivals.Count)]),
            });
        }
        else if (misfortune.Draw(2) == 0)
        {
            office.Rep.Delete(InterviewCompetitor.Table, row.Id);
        }
        else
        {
            office.Rep.Update(new Entity(InterviewCompetitor.Table, row.Id) { [InterviewCompetitor.IsFinalist] = !row.GetAttributeValue<bool>(InterviewCompetitor.IsFinalist) });
        }
    }
}
