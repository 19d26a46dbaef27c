using CrmExtensions.Framework;
using CrmExtensions.Tables;

namespace CrmExtensions.Rollups;

/// <summary>When what counts of an interview has changed, its month is folded again.</summary>
[Step(
    Message.Update,
    Interview.Table,
    Stage.Asynchronous,
    Columns = [Interview.StatusCode, Interview.ChildStamp, Interview.IsCurrent],
    PostImage = [Interview.PeriodKey])]
public sealed class PromiseFoldOfChangedInterview : Plugin
{
    protected override void Run(PluginRun run) =>
        FoldTickets.Promise(run, run.PostImage.GetAttributeValue<string>(Interview.PeriodKey)!);
}
