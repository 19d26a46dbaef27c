using CrmExtensions.Local;
using CrmExtensions.Local.Sales;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>An org with a rep, a marketer and a clock of its own, and the things they do.</summary>
internal sealed class Office : IDisposable
{
    // Rows keep whole seconds; jobs that run on other threads meanwhile must not seem to take minutes.
    private static readonly TimeSpan BetweenActs = TimeSpan.FromSeconds(1);

    private long ticks = new DateTime(2026, 5, 11, 1, 0, 0, DateTimeKind.Utc).Ticks;

    /// <param name="closing">What of a close is not documented.</param>
    /// <param name="lateSteps">Whether the steps are there that the operator tool registers.</param>
    /// <param name="workers">How many run jobs by themselves; none where the test says when.</param>
    /// <param name="apiInTransaction">Whether custom APIs run in one.</param>
    /// <param name="gate">Whether the steps of the overdue gate are enabled.</param>
    /// <param name="folds">Whether roll-ups are folded, which most of the time goes to where hundreds of closes are tried.</param>
    public Office(CloseBehavior? closing = null, bool lateSteps = true, int workers = 0, bool apiInTransaction = false, bool gate = false, bool folds = true)
    {
        Org = LocalOrg.FromSolution(new LocalOrgOptions
        {
            Clock = () => Now,
            Closing = closing ?? new CloseBehavior(),
            LateSteps = lateSteps,
            Gate = gate,
            Workers = workers,
            CustomApiInTransaction = apiInTransaction,
        });
        if (!folds)
        {
            Org.EnableSteps(step => step.Table is RollupPeriod.Table or FoldTicket.Table, false);
        }

        Unit = Org.AddBusinessUnit("East");
        RepId = Org.AddUser("Rep", Unit, ["Salesperson", "WL Seller"]);
        ManagerId = Org.AddUser("Manager", Unit, ["Salesperson", "WL Sales Manager"]);
        System.Update(new Entity(SystemUser.Table, RepId) { [SystemUser.ParentSystemUserId] = new EntityReference(SystemUser.Table, ManagerId) });
        Org.GrantProfiles(RepId, ["WL Interview People"]);
        Org.GrantProfiles(ManagerId, ["WL Interview People"]);
        MarketerId = Org.AddUser("Marketer", null, ["WL Insight Reader", "Basic User"]);
        Account = Org.System.Create(new Entity(Tables.Account.Table)
        {
            [Tables.Account.Name] = "Aozora Foods",
            [Tables.Account.IndustryCode] = new OptionSetValue(17),
        });
    }

    public LocalOrg Org { get; }

    public Guid Unit { get; }

    public Guid RepId { get; }

    /// <summary>The rep's manager.</summary>
    public Guid ManagerId { get; }

    public Guid MarketerId { get; }

    public Guid Account { get; }

    public IOrganizationService System => Org.System;

    public IOrganizationService Rep => Org.As(RepId);

    public IOrganizationService Manager => Org.As(ManagerId);

    public IOrganizationService Marketer => Org.As(MarketerId);

    public DateTime Now => new(Interlocked.Read(ref ticks), DateTimeKind.Utc);

    public void Advance(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);

    public void Dispose() => Org.Dispose();

    public Guid Deal(decimal estimate = 1_500_000m) => Rep.Create(new Entity(Opportunity.Table)
    {
        [Opportunity.Name] = "Route planner",
        [Opportunity.ParentAccountId] = new EntityReference(Tables.Account.Table, Account),
        [Opportunity.EstimatedValue] = new Money(estimate),
    });

    public Guid Rival(string name) => System.Create(new Entity(Competitor.Table) { [Competitor.Name] = name });

    public static Entity CloseRow(Guid deal, DateTime? closedAt = null, decimal? revenue = null, Guid? rival = null)
    {
        var row = new Entity(OpportunityClose.Table) { [OpportunityClose.OpportunityId] = new EntityReference(Opportunity.Table, deal) };
        if (closedAt is not null)
        {
            row[OpportunityClose.ActualEnd] = closedAt.Value;
        }

        if (revenue is not null)
        {
            row[OpportunityClose.ActualRevenue] = new Money(revenue.Value);
        }

        if (rival is not null)
        {
            row[OpportunityClose.CompetitorId] = new EntityReference(Competitor.Table, rival.Value);
        }

        return row;
    }

    public void Win(Guid deal, DateTime? closedAt = null, decimal? revenue = null, Guid? rival = null) => Close("WinOpportunity", CloseRow(deal, closedAt, revenue, rival));

    public void Lose(Guid deal, DateTime? closedAt = null, Guid? rival = null) => Close("LoseOpportunity", CloseRow(deal, closedAt, null, rival));

    public void Close(string message, Entity row, int status = -1)
    {
        Advance(BetweenActs);
        Rep.Execute(new OrganizationRequest(message) { ["OpportunityClose"] = row, ["Status"] = new OptionSetValue(status) });
    }

    public void SetState(Guid deal, int state)
    {
        Advance(BetweenActs);
        Rep.Update(new Entity(Opportunity.Table, deal) { [Opportunity.StateCode] = new OptionSetValue(state) });
    }

    public void Reopen(Guid deal) => SetState(deal, Opportunity.StateCodeOption.Open);

    /// <summary>Calls the sweep until it says it is through, as a scheduler would, and lets its jobs run; what it changed.</summary>
    public int Sweep()
    {
        var changed = 0;
        var token = "";
        do
        {
            var answer = System.Execute(new OrganizationRequest("wl_RunDailySweep") { ["ContinuationToken"] = token });
            changed += (int)answer.Results["Changed"];
            token = (string)answer.Results["ContinuationToken"];
        }
        while (token.Length > 0);
        Org.RunJobs();
        return changed;
    }

    /// <summary>Changes the one row of settings.</summary>
    public void Policy(params (string Column, object? Value)[] columns)
    {
        var row = new Entity(Setting.Table, Rows(Setting.Table).Single().Id);
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        System.Update(row);
    }

    public IReadOnlyList<Entity> Rows(string table) => [.. System.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities];

    public IReadOnlyList<Entity> Interviews(Guid deal) =>
        [.. Rows(Interview.Table)
            .Where(row => row.GetAttributeValue<string>(Interview.OpportunityKey) == deal.ToString("D"))
            .OrderBy(row => row.GetAttributeValue<int>(Interview.CloseSequence))];
}
