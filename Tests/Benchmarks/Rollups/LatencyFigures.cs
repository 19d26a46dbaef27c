using System.Diagnostics;
using CrmExtensions.Benchmarks.Org;
using CrmExtensions.Local.Host;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>
/// With nobody else about: how long after the commit of a completion a marketer reads it, polling every millisecond, against
/// one fold of that month.
/// </summary>
internal static class LatencyFigures
{
    private const int InMonth = 1_000;
    private const int Workers = 8;
    private const int Completions = 9;
    private const double MostFolds = 10;

    // The first of the dimensions.
    private const int AllDeals = 727_000_000;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static IEnumerable<Figure> Of(Extent extent, Steps steps) => extent.Engines.Select(engine => On(engine, steps));

    private static Figure On(EngineKind engine, Steps steps)
    {
        using var bed = Bed.Of(engine, Workers);
        var staff = new Staff(bed.Org);
        new History(bed).Write(staff, InMonth, [Staff.Month], steps);
        steps.Next($"interviews ready to be approved, {bed.Engine}");
        var ready = Ready(staff);
        var month = PeriodRows.FoldFirst(bed.Org, Staff.Month);
        bed.Org.RunJobs();

        var (folds, delays) = (new List<TimeSpan>(), new List<TimeSpan>());
        foreach (var (interview, i) in ready.Select((interview, i) => (interview, i)))
        {
            steps.At(i, ready.Count);
            var fold = Watch.Once(() => PeriodRows.Fold(bed.Org, month));
            var delay = Delay(staff, interview, steps);
            bed.Org.RunJobs();

            // The first compiles and fills caches.
            if (i > 0)
            {
                folds.Add(fold);
                delays.Add(delay);
            }
        }

        var (one, seen) = (Figure.Median(folds), Figure.Median(delays));
        return Figure.AtMost($"From a completion to the marketer's row, against one fold ({InMonth:N0} in the month)", bed.Engine, seen / one, MostFolds, $"{Figure.Time(seen)} against {Figure.Time(one)}");
    }

    private static List<Guid> Ready(Staff staff)
    {
        var deals = staff.Open(Completions + 1);
        foreach (var (deal, i) in deals.Select((deal, i) => (deal, i)))
        {
            // Lost to a competitor.
            staff.Close(deal, (6 * i) + 2);
        }

        staff.Org.RunJobs();
        return [.. deals.Select(deal => Submitted(staff, deal))];
    }

    private static Guid Submitted(Staff staff, Guid deal)
    {
        var rep = staff.Org.As(staff.RepId);
        var sample = new SampleAnswers(staff.Org, staff.RepId);
        var interview = InterviewOf(staff, deal);
        rep.Create(sample.CustomersReason(interview.Id));
        var row = new Entity(Interview.Table, interview.Id);
        row.Attributes.AddRange(sample.AsUsual(interview.GetAttributeValue<DateTime>(Interview.ClosedOn))!);
        foreach (var (column, value) in SampleAnswers.AsHeard())
        {
            row[column] = value;
        }

        rep.Update(row);
        Move(rep, interview.Id, Interview.StateCodeOption.Active, Interview.StatusCodeOption.Submitted);
        return interview.Id;
    }

    private static TimeSpan Delay(Staff staff, Guid interview, Steps steps)
    {
        var marketer = staff.Org.As(staff.MarketerId);
        var row = RowOfMonth(marketer);
        var before = Completed(marketer, row);
        Move(staff.Org.As(staff.ManagerId), interview, Interview.StateCodeOption.Inactive, Interview.StatusCodeOption.Completed);
        var committed = Stopwatch.GetTimestamp();
        while (Completed(marketer, row) == before)
        {
            steps.Cancellation.WaitHandle.WaitOne(Poll);
            steps.Cancellation.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(committed) > Longest)
            {
                throw new TimeoutException("The completion has not come to the roll-up. " + string.Join(' ', staff.Org.FailedJobs));
            }
        }

        return Stopwatch.GetElapsedTime(committed);
    }

    private static Entity InterviewOf(Staff staff, Guid deal)
    {
        var query = new QueryByAttribute(Interview.Table) { ColumnSet = new ColumnSet(Interview.ClosedOn) };
        query.AddAttributeValue(Interview.OpportunityId, deal);
        return staff.Org.System.RetrieveMultiple(query).Entities.Single();
    }

    private static Guid RowOfMonth(IOrganizationService marketer)
    {
        var query = new QueryByAttribute(Rollup.Table) { ColumnSet = new ColumnSet(false) };
        query.AddAttributeValue(Rollup.PeriodKey, Staff.Month);
        query.AddAttributeValue(Rollup.Dimension1, AllDeals);
        return marketer.RetrieveMultiple(query).Entities.Single().Id;
    }

    private static int? Completed(IOrganizationService marketer, Guid row) =>
        marketer.Retrieve(Rollup.Table, row, new ColumnSet(Rollup.CompletionRateNumerator)).GetAttributeValue<int?>(Rollup.CompletionRateNumerator);

    private static void Move(IOrganizationService user, Guid interview, int state, int status) => user.Update(new Entity(Interview.Table, interview)
    {
        [Interview.StateCode] = new OptionSetValue(state),
        [Interview.StatusCode] = new OptionSetValue(status),
    });
}
