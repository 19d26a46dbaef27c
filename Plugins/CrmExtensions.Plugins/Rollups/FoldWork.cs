using CrmExtensions.Calendar;
using CrmExtensions.Folding;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Rollups;

/// <summary>One fold in progress, act by act.</summary>
internal sealed class FoldWork(PluginRun run, Period period)
{
    private DateTime began;
    private Policy policy = new();
    private TallyBook book = new();
    private Dictionary<string, Entity> stored = [];
    private bool more;

    public void Do(FoldAct act)
    {
        switch (act)
        {
            case FoldAct.NoteTime:
                began = run.Now;
                break;
            case FoldAct.TakeTicket:
                FoldTickets.Take(run.Org, period);
                break;
            case FoldAct.Read:
                Read();
                break;
            case FoldAct.Write:
                more = RollupRows.Write(run, period, PeriodFigures.Of(book, policy), stored, policy);
                break;
            default:
                run.Org.Update(new Entity(RollupPeriod.Table, run.RowId) { [RollupPeriod.More] = more, [RollupPeriod.AsOf] = began });
                break;
        }
    }

    private void Read()
    {
        policy = PolicyRow.Read(run.Org);
        book = BookOf(policy.FiscalStartMonth);
        stored = RollupRows.Read(run.Org, period);
    }

    // A period of the calendar before the fiscal year was moved sums nothing any more, or its months would count twice.
    private TallyBook BookOf(int fiscalStartMonth) =>
        period.Grain == Grain.Month ? MonthBook.Read(run.Org, period)
        : period.IsOf(fiscalStartMonth) ? HigherBook.Read(run.Org, period)
        : new TallyBook();
}
