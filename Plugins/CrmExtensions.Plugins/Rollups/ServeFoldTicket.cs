using CrmExtensions.Calendar;
using CrmExtensions.Folding;
using CrmExtensions.Framework;
using CrmExtensions.Tables;

namespace CrmExtensions.Rollups;

/// <summary>Folds the period that a ticket names, until nothing is left to write.</summary>
[Step(Message.Create, FoldTicket.Table, Stage.Asynchronous, PostImage = [FoldTicket.TicketKey])]
public sealed class ServeFoldTicket : Plugin
{
    protected override void Run(PluginRun run) =>
        FoldAgenda.WorkOrTryLater(run, new Errand(Duty.Fold, Period.Parse(run.PostImage.GetAttributeValue<string>(FoldTicket.TicketKey)!)));
}
