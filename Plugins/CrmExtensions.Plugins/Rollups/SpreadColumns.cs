using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Rollups;

/// <summary>The columns of one median.</summary>
internal sealed class SpreadColumns(Scale scale, string state, string count, string median, string p90)
{
    public static readonly SpreadColumns[] All =
    [
        new(Scale.HearingDays, Rollup.HearingDaysState, Rollup.HearingDaysCount, Rollup.HearingDaysMedian, Rollup.HearingDaysP90),
        new(Scale.CompletionDays, Rollup.CompletionDaysState, Rollup.CompletionDaysCount, Rollup.CompletionDaysMedian, Rollup.CompletionDaysP90),
        new(Scale.Score, Rollup.ScoreState, Rollup.ScoreCount, Rollup.ScoreMedian, Rollup.ScoreP90),
    ];

    public void Write(Entity row, Figures figures)
    {
        var spread = figures.Spreads[scale];
        row[state] = Choices.Stored((int)spread.Visibility);
        row[count] = spread.N;
        row[median] = spread.Median;
        row[p90] = spread.P90;
    }
}
