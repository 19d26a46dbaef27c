using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Rollups;

/// <summary>
/// Recomputes a period's roll-ups under the lock of its row, which the update that raised this step holds until it commits
/// (the documented pre-lock pattern). The value is a function of committed rows, so running it again is harmless.
/// </summary>
[Step(Message.Update, RollupPeriod.Table, Stage.PostOperation, Columns = [RollupPeriod.FoldToken], PostImage = [RollupPeriod.PeriodKey])]
public sealed class FoldPeriod : Plugin
{
    protected override void Run(PluginRun run)
    {
        var began = run.Now;
        var period = Period.Parse(run.PostImage.GetAttributeValue<string>(RollupPeriod.PeriodKey)!);

        // First the ticket, then the reading: whoever commits after this read meets no ticket, and opens the next.
        TakeTicket(run.Org, period);
        var policy = PolicyRow.Read(run.Org);
        var book = period.Grain == Grain.Month ? MonthBook.Read(run.Org, period) : HigherBook.Read(run.Org, period);
        var stored = RollupRows.Read(run.Org, period);

        var more = RollupRows.Write(run, period, PeriodFigures.Of(book, policy), stored, policy);
        run.Org.Update(new Entity(RollupPeriod.Table, run.RowId) { [RollupPeriod.More] = more, [RollupPeriod.AsOf] = began });
    }

    private static void TakeTicket(IOrganizationService org, Period period)
    {
        if (FoldTickets.Of(org, period.Key) is { } ticket)
        {
            org.Delete(FoldTicket.Table, ticket.Id);
        }
    }
}
