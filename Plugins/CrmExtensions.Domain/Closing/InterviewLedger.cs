using CrmExtensions.Calendar;

namespace CrmExtensions.Closing;

/// <summary>
/// Which interviews must exist and which must give way, judged from data alone, so that it is right whichever events the
/// platform fires for a close, in any order, any number of times (architecture.md 4).
/// </summary>
public static class InterviewLedger
{
    /// <summary>The interview to write inside the transaction that closes; empty when that close has one or its outcome is unknown yet.</summary>
    /// <remarks>The opportunity may still be open here: nothing says whether the platform writes the close row before the state.</remarks>
    public static PlannedInterview? ForClosing(ClosingHistory history, Guid closeId, DateTime now, TimeZoneInfo zone)
    {
        var close = history.Closes.FirstOrDefault(row => row.Id == closeId);
        if (close is null || IsServed(history, close, now, zone))
        {
            return null;
        }

        return Plan(history, close, history.NextSequence, isCurrent: history.NewestClose == close, now, zone);
    }

    /// <summary>Every interview that is missing after the fact, oldest close first.</summary>
    public static IReadOnlyList<PlannedInterview> Missing(ClosingHistory history, DateTime now, TimeZoneInfo zone)
    {
        var missing = new List<PlannedInterview>();
        var closed = history.State != OpportunityState.Open;
        foreach (var close in history.Closes.Where(row => !IsServed(history, row, now, zone)).OrderBy(row => row.CreatedOn).ThenBy(row => row.Id))
        {
            var isCurrent = closed && history.NewestClose == close && !history.Contradicts(close);
            var planned = Plan(history, close, history.NextSequence + missing.Count, isCurrent, now, zone);
            if (planned is not null)
            {
                missing.Add(planned);
            }
        }

        if (closed && missing.TrueForAll(planned => !planned.IsCurrent) && !history.Interviews.Any(history.IsRightful))
        {
            missing.Add(PlanWithoutRow(history, history.NextSequence + missing.Count, now, zone));
        }

        return missing;
    }

    /// <summary>The interviews that no longer count: all of an open opportunity, all but the newest of a closed one.</summary>
    public static IReadOnlyList<Guid> ToSupersede(ClosingHistory history)
    {
        var alive = history.Interviews.Where(row => !row.IsSuperseded).ToList();
        if (history.State != OpportunityState.Open)
        {
            alive.Remove(NewestOf(history, alive.Where(history.IsRightful))!);
        }

        return alive.ConvertAll(row => row.Id);
    }

    /// <summary>
    /// Close rows that were written late for a close without one: to be noted on its interview, because once that is
    /// superseded, or a day has passed, nothing else would tell.
    /// </summary>
    public static IReadOnlyList<LateRow> LateRows(ClosingHistory history, DateTime now, TimeZoneInfo zone)
    {
        // Only the one that counts: another that is still current belongs to an earlier close, whose reopening nobody noticed.
        var counts = NewestOf(history, history.Interviews.Where(history.IsRightful));
        if (counts is null || !CloseKeys.IsState(counts.CloseKey) || counts.LateCloseId is not null)
        {
            return [];
        }

        // The first that fits: same outcome, same date. Any other is a new close.
        var row = history.Closes
            .Where(close => history.InterviewOf(close) is null)
            .Where(close => counts.Outcome == (close.Outcome ?? history.OutcomeByState) && counts.ClosedOn == ClosedOn(history, close, now, zone))
            .OrderBy(close => close.CreatedOn)
            .ThenBy(close => close.Id)
            .FirstOrDefault();
        return row is null ? [] : [new LateRow(counts.Id, row.Id)];
    }

    private static bool IsServed(ClosingHistory history, CloseRow close, DateTime now, TimeZoneInfo zone) =>
        history.InterviewOf(close) is not null || LateRows(history, now, zone).Any(late => late.CloseId == close.Id);

    private static PlannedInterview? Plan(ClosingHistory history, CloseRow close, int sequence, bool isCurrent, DateTime now, TimeZoneInfo zone)
    {
        var outcome = close.Outcome ?? history.OutcomeByState;
        return outcome is null
            ? null
            : new PlannedInterview(CloseKeys.Of(close.Id), close.Id, sequence, isCurrent, outcome.Value, ClosedOn(history, close, now, zone));
    }

    private static PlannedInterview PlanWithoutRow(ClosingHistory history, int sequence, DateTime now, TimeZoneInfo zone) =>
        new(CloseKeys.OfState(history.OpportunityId, sequence), null, sequence, IsCurrent: true, history.OutcomeByState!.Value, ClosedOn(history, null, now, zone));

    private static DateTime ClosedOn(ClosingHistory history, CloseRow? close, DateTime now, TimeZoneInfo zone) =>
        close?.ActualEnd is { } end ? BusinessDate.Of(end, zone)
        : history.ActualCloseDate?.Date ?? BusinessDate.Of(now, zone);

    private static InterviewRow? NewestOf(ClosingHistory history, IEnumerable<InterviewRow> current) => current
        .OrderByDescending(row => history.Closes.FirstOrDefault(close => CloseKeys.Same(CloseKeys.Of(close.Id), row.CloseKey))?.CreatedOn ?? row.CreatedOn)
        .ThenByDescending(row => row.Sequence)
        .FirstOrDefault();
}
