using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

/// <summary>An opportunity in memory, with the steps that act on it written as briefly as can be.</summary>
internal sealed class OpportunityModel
{
    public const int MostRounds = 8;

    private readonly List<CloseRow> closes = [];
    private readonly List<InterviewRow> interviews = [];
    private DateTime now = Utc("2026-04-01 12:00");
    private OpportunityState state = OpportunityState.Open;
    private DateTime? actualCloseDate;

    public ClosingHistory History => new(Id(0), state, actualCloseDate, [.. closes], [.. interviews]);

    /// <summary>What the last close was; empty while open.</summary>
    public (Outcome Outcome, DateTime ClosedOn, bool HasRow)? LastClose { get; private set; }

    public void Happens(Incident incident)
    {
        Pass(TimeSpan.FromSeconds(incident.SecondsLater));
        var isOpen = state == OpportunityState.Open;
        switch (incident.What)
        {
            case Happening.CloseWithRow when isOpen:
                CloseWithRow(incident);
                break;
            case Happening.CloseByBareState when isOpen:
                CloseState(incident);
                LastClose = (incident.Outcome, actualCloseDate ?? BusinessDate.Of(now, Tokyo), HasRow: false);
                break;
            case Happening.WriteRowLate when !isOpen:
                var late = AddRow(incident with { Outcome = History.OutcomeByState!.Value });
                Serve(incident.Served, late);
                break;
            case Happening.Reopen or Happening.ReopenUnnoticed when !isOpen:
                Reopen(isNoticed: incident.What == Happening.Reopen);
                break;
            case Happening.Reconcile:
                Reconcile();
                break;
        }
    }

    public void Pass(TimeSpan time) => now += time;

    /// <summary>Repairs, reading anew each round, until nothing is left to do; gives the number of rounds that changed something.</summary>
    public int Reconcile()
    {
        for (var changed = 0; changed < MostRounds; changed++)
        {
            var history = History;
            var missing = InterviewLedger.Missing(history, now, Tokyo);
            var late = InterviewLedger.LateRows(history, now, Tokyo);
            var giveWay = InterviewLedger.ToSupersede(history);
            if (missing.Count == 0 && giveWay.Count == 0 && late.Count == 0)
            {
                return changed;
            }

            Assert.IsFalse(history.IsSettled, "settled, and yet something is left to do");
            interviews.AddRange(missing.Select(Written));
            foreach (var row in late)
            {
                var noted = interviews.FindIndex(interview => interview.Id == row.InterviewId);
                interviews[noted] = interviews[noted] with { LateCloseId = row.CloseId };
            }

            Supersede(row => giveWay.Contains(row.Id));
        }

        throw new AssertFailedException($"Not settled after {MostRounds} rounds.");
    }

    private void CloseWithRow(Incident incident)
    {
        var row = AddRow(incident);
        Serve(incident.Served && incident.RowFirst, row);
        CloseState(incident);
        Serve(incident.Served, row);
        LastClose = (incident.Outcome, BusinessDate.Of(row.ActualEnd ?? now, Tokyo), HasRow: true);
    }

    private void CloseState(Incident incident)
    {
        state = incident.Outcome == Outcome.Won ? OpportunityState.Won : OpportunityState.Lost;
        actualCloseDate = incident.DealDated ? BusinessDate.Of(now, Tokyo) : null;
    }

    private CloseRow AddRow(Incident incident)
    {
        var id = new Guid(incident.Rank, (short)closes.Count, 0, new byte[8]);
        var end = incident.DaysAgo is { } days ? now.AddDays(-days) : (DateTime?)null;
        closes.Add(new CloseRow(id, now, incident.RowTells ? incident.Outcome : null, end));
        return closes[^1];
    }

    private void Serve(bool runs, CloseRow row)
    {
        if (runs && InterviewLedger.ForClosing(History, row.Id, now, Tokyo) is { } planned)
        {
            interviews.Add(Written(planned));
        }
    }

    private void Reopen(bool isNoticed)
    {
        state = OpportunityState.Open;
        actualCloseDate = null;
        LastClose = null;
        Supersede(row => isNoticed && row.IsCurrent);
    }

    private void Supersede(Predicate<InterviewRow> which)
    {
        for (var i = 0; i < interviews.Count; i++)
        {
            interviews[i] = which(interviews[i]) ? Superseded(interviews[i]) : interviews[i];
        }
    }

    private InterviewRow Written(PlannedInterview planned) => new(
        Id(planned.Sequence), planned.CloseKey, planned.Sequence, planned.IsCurrent, IsSuperseded: false, planned.Outcome, planned.ClosedOn, now);
}
