using CrmExtensions.Framework;
using CrmExtensions.Tables;

namespace CrmExtensions.Interviews;

/// <summary>After a close has been committed: competitors prefilled, product line filled, ruled out where the policy says so, the month's fold promised, the interview given to whoever closed.</summary>
[Step(Message.Create, Interview.Table, Stage.Asynchronous)]
[Step(Message.Update, Interview.Table, Stage.Asynchronous, Columns = [Interview.PreparationToken])]
public sealed class PrepareNewInterview : Plugin
{
    protected override void Run(PluginRun run) => Preparation.Prepare(run, run.RowId);
}
