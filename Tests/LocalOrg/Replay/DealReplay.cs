using System.Diagnostics;
using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Replay;

/// <summary>
/// Plays deals into an org: each is created open, then closed as its owner by WinOpportunity or LoseOpportunity, in lots of
/// 500 with the job queue running empty between lots. Deals that are there already are gone on with, not repeated.
/// </summary>
internal sealed class DealReplay(LocalOrg org, IReadOnlyList<DealRow> deals)
{
    private const int Lot = 500;
    private const int DefaultReason = -1;

    private readonly Dictionary<Guid, int> states = [];
    private readonly HashSet<Guid> products = [];
    private readonly Dictionary<DealRow, Rejection> refused = [];

    /// <summary>The rows that the org itself refused, as a server would; the others went on.</summary>
    public IReadOnlyCollection<Rejection> Refused => refused.Values;

    /// <summary>The rows that were played.</summary>
    public IReadOnlyList<DealRow> Accepted => [.. deals.Where(deal => !refused.ContainsKey(deal))];

    /// <summary>Time spent closing and letting the queue run empty, without preparing the org.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>Deals closed by this run; fewer than the file has when an earlier run was interrupted.</summary>
    public int Closed { get; private set; }

    /// <param name="rootUnit">Name of the root business unit.</param>
    /// <param name="progress">Told after each deal how many are done.</param>
    /// <param name="cancellation">Ends the run after the deal at hand; what is done stays.</param>
    /// <exception cref="DealFileException">The org holds deals that the file does not.</exception>
    public void Run(string rootUnit, Action<int> progress, CancellationToken cancellation)
    {
        ReadWhatIsThere();
        new OrgPreparation(org, rootUnit).Prepare(deals);
        var began = Stopwatch.GetTimestamp();
        org.HoldJobs(true);
        for (var i = 0; i < deals.Count && !cancellation.IsCancellationRequested; i++)
        {
            PlayOrRefuse(deals[i]);
            progress(i + 1);
            if ((i + 1) % Lot == 0)
            {
                RunJobs(cancellation);
            }
        }

        RunJobs(cancellation);

        // After an interruption what waits is kept for the next run.
        org.HoldJobs(cancellation.IsCancellationRequested);
        Duration = Stopwatch.GetElapsedTime(began);
    }

    private void RunJobs(CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return;
        }

        org.HoldJobs(false);
        try
        {
            org.RunJobs(cancellation);
        }
        catch (OperationCanceledException)
        {
            // What waits is kept with the org; the loop sees the request and ends.
        }

        org.HoldJobs(true);
    }

    private void ReadWhatIsThere()
    {
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(Opportunity.StateCode) };
        foreach (var row in Existing.Rows(org.System, query))
        {
            states[row.Id] = row.GetAttributeValue<OptionSetValue>(Opportunity.StateCode)!.Value;
        }

        var strangers = states.Keys.Except(deals.Select(deal => deal.Id)).Count();
        if (strangers > 0)
        {
            throw new DealFileException(Words.In(
                $"The database holds {strangers} deals that are not in this file. Use the database of this file, or a new one.",
                $"データベースに、このファイルにない案件が {strangers} 件あります。このファイルのデータベースか、新しいものを使ってください。"));
        }

        products.UnionWith(Existing.Ids(org.System, OpportunityProduct.Table));
    }

    private void PlayOrRefuse(DealRow deal)
    {
        try
        {
            Play(deal);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            refused[deal] = new Rejection(deal.Line, "", fault.Message.ReplaceLineEndings(" "));
        }
    }

    private void Play(DealRow deal)
    {
        var rep = org.As(OrgPreparation.UserOf(deal));
        if (!states.TryGetValue(deal.Id, out var state))
        {
            rep.Create(OpenDeal(deal));
        }

        AddProduct(deal);
        if (deal.Status != DealStatus.Open && state == Opportunity.StateCodeOption.Open)
        {
            Close(rep, deal);
            Closed++;
        }
    }

    private static Entity OpenDeal(DealRow deal)
    {
        var row = new Entity(Opportunity.Table, deal.Id) { [Opportunity.Name] = deal.Topic };
        if (deal.EstimatedRevenue is { } estimate)
        {
            row[Opportunity.EstimatedValue] = new Money(estimate);
        }

        if (deal.Account.Length > 0 || deal.Industry.Length > 0)
        {
            row[Opportunity.ParentAccountId] = new EntityReference(Account.Table, OrgPreparation.AccountOf(deal));
        }

        if (deal.LeadSource.Length > 0)
        {
            row[Opportunity.OriginatingLeadId] = new EntityReference(Lead.Table, OrgPreparation.LeadOf(deal.LeadSource));
        }

        return row;
    }

    private void AddProduct(DealRow deal)
    {
        var id = StableId.Of("product", deal.Id.ToString("D"));
        if (deal.Product.Length == 0 || !products.Add(id))
        {
            return;
        }

        org.System.Create(new Entity(OpportunityProduct.Table, id)
        {
            [OpportunityProduct.OpportunityId] = new EntityReference(Opportunity.Table, deal.Id),
            [OpportunityProduct.ProductId] = new EntityReference(Product.Table, OrgPreparation.ProductOf(deal.Product)),
            [OpportunityProduct.ExtendedAmount] = new Money(deal.ActualRevenue ?? deal.EstimatedRevenue ?? 0m),
        });
    }

    private static void Close(IOrganizationService rep, DealRow deal)
    {
        var close = new Entity(OpportunityClose.Table)
        {
            [OpportunityClose.OpportunityId] = new EntityReference(Opportunity.Table, deal.Id),
            [OpportunityClose.Subject] = deal.Topic.Length <= 200 ? deal.Topic : deal.Topic[..200],
            [OpportunityClose.ActualEnd] = deal.ClosedAt!.Value,
        };
        if (deal is { Status: DealStatus.Won, ActualRevenue: { } revenue })
        {
            close[OpportunityClose.ActualRevenue] = new Money(revenue);
        }

        if (deal.Competitor.Length > 0)
        {
            close[OpportunityClose.CompetitorId] = new EntityReference(Competitor.Table, OrgPreparation.CompetitorOf(deal.Competitor));
        }

        rep.Execute(new OrganizationRequest(deal.Status == DealStatus.Won ? "WinOpportunity" : "LoseOpportunity")
        {
            ["OpportunityClose"] = close,
            ["Status"] = new OptionSetValue(deal.StatusReason ?? DefaultReason),
        });
    }
}
