using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>The people of an org, its customers and its competitors, and the deals they close.</summary>
internal sealed class Staff
{
    /// <summary>A month with nothing in it but what is being closed.</summary>
    public const string Month = "month-2026-04-01";

    private const int Industries = 12;
    private const int Rivals = 8;
    private static readonly DateTime FirstClose = new(2026, 4, 2, 3, 0, 0, DateTimeKind.Utc);

    public Staff(LocalOrg org)
    {
        Org = org;
        Units = [.. Enumerable.Range(0, 4).Select(i => org.AddBusinessUnit("Region " + (char)('A' + i)))];
        RepId = org.AddUser("Rep", Units[0], ["Salesperson", "WL Seller"]);
        ManagerId = org.AddUser("Manager", Units[0], ["Salesperson", "WL Sales Manager"]);
        MarketerId = org.AddUser("Marketer", null, ["WL Insight Reader", "Basic User"]);
        org.System.Update(new Entity(SystemUser.Table, RepId) { [SystemUser.ParentSystemUserId] = new EntityReference(SystemUser.Table, ManagerId) });
        org.GrantProfiles(RepId, ["WL Interview People"]);
        org.GrantProfiles(ManagerId, ["WL Interview People"]);
        Accounts = [.. Enumerable.Range(0, Industries).Select(i => org.System.Create(new Entity(Account.Table) { [Account.Name] = $"Customer {i}", [Account.IndustryCode] = new OptionSetValue(i + 1) }))];
        Competitors = [.. Enumerable.Range(0, Rivals).Select(i => org.System.Create(new Entity(Competitor.Table) { [Competitor.Name] = $"Competitor {i}" }))];
    }

    public LocalOrg Org { get; }

    public IReadOnlyList<Guid> Units { get; }

    public Guid RepId { get; }

    public Guid ManagerId { get; }

    public Guid MarketerId { get; }

    public IReadOnlyList<Guid> Accounts { get; }

    public IReadOnlyList<Guid> Competitors { get; }

    /// <summary>Opens deals, before anything is measured.</summary>
    public IReadOnlyList<Guid> Open(int deals)
    {
        var rep = Org.As(RepId);
        return [.. Enumerable.Range(0, deals).Select(i => rep.Create(new Entity(Opportunity.Table)
        {
            [Opportunity.Name] = "Deal",
            [Opportunity.ParentAccountId] = new EntityReference(Account.Table, Accounts[i % Accounts.Count]),
            [Opportunity.EstimatedValue] = new Money(100_000m * (1 + (i % 70))),
        }))];
    }

    /// <summary>Closes a deal in <see cref="Month"/>: every third is won, every other against a competitor.</summary>
    public void Close(Guid deal, int number) => Org.As(RepId).Execute(new OrganizationRequest(number % 3 == 0 ? "WinOpportunity" : "LoseOpportunity")
    {
        ["OpportunityClose"] = CloseRow(deal, number),
        ["Status"] = new OptionSetValue(-1),
    });

    private Entity CloseRow(Guid deal, int number)
    {
        var row = new Entity(OpportunityClose.Table)
        {
            [OpportunityClose.OpportunityId] = new EntityReference(Opportunity.Table, deal),
            [OpportunityClose.ActualEnd] = FirstClose.AddDays(number % 25),
        };
        if (number % 2 == 0)
        {
            row[OpportunityClose.CompetitorId] = new EntityReference(Competitor.Table, Competitors[number / 2 % Rivals]);
        }

        return row;
    }
}
