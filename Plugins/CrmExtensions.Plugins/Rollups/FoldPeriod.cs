using CrmExtensions.Calendar;
using CrmExtensions.Folding;
using CrmExtensions.Framework;
using CrmExtensions.Tables;

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
        var work = new FoldWork(run, Period.Parse(run.PostImage.GetAttributeValue<string>(RollupPeriod.PeriodKey)!));
        foreach (var act in Fold.Acts)
        {
            work.Do(act);
        }
    }
}
