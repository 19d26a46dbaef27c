using CrmExtensions.Calendar;
using CrmExtensions.Folding;
using CrmExtensions.Framework;
using CrmExtensions.Rollups;
using CrmExtensions.Settings;
using CrmExtensions.Texts;

namespace CrmExtensions.Operations;

/// <summary>
/// Folds every period again, or those of a range, one bounded fold of one period a call, months before what sums them, and tells
/// what was not as it should have been (architecture.md 5): there must be no drift. The caller repeats with the returned token and
/// the same range until the token is empty; running it twice changes nothing more.
/// </summary>
[CustomApi("wl_RecomputeRollups")]
public sealed class RecomputeRollups : Plugin
{
    private const string From = "From";
    private const string To = "To";
    private const string Token = "ContinuationToken";

    protected override void Run(PluginRun run)
    {
        var range = RangeOf(run);
        var token = TokenOf(run, range);
        var known = Known(run, range);
        var report = new RecomputeReport();
        if (Recompute.Next(known, token) is { } period)
        {
            var again = RecomputeStep.Fold(run, period, token?.Again, report);
            var next = new RecomputeToken(period, again);
            run.Context.OutputParameters[Token] = again is null && Recompute.Next(known, next) is null ? "" : next.ToString();
        }
        else
        {
            run.Context.OutputParameters[Token] = "";
        }

        run.Context.OutputParameters["Folded"] = report.Folded;
        run.Context.OutputParameters["Compared"] = report.Compared;
        run.Context.OutputParameters["Changed"] = report.Changed;
        run.Context.OutputParameters["Drifted"] = report.Drifted;
        run.Context.OutputParameters["Report"] = report.IsEmpty ? "" : report.In(run.Language());
    }

    private static PeriodRange RangeOf(PluginRun run)
    {
        var from = Given(run, From);
        var to = Given(run, To);
        var range = new PeriodRange(from is null ? null : PeriodRange.FirstDay(from), to is null ? null : PeriodRange.LastDay(to));
        run.Refuse(from is not null && range.First is null ? new Refusal(Text.RangeNotReadable, from)
            : to is not null && range.Last is null ? new Refusal(Text.RangeNotReadable, to)
            : range.First > range.Last ? new Refusal(Text.RangeEndsBeforeStart, range.First!.Value, range.Last!.Value)
            : null);
        return range;
    }

    private static RecomputeToken? TokenOf(PluginRun run, PeriodRange range)
    {
        if (Given(run, Token) is not { } text)
        {
            return null;
        }

        var token = RecomputeToken.TryParse(text);
        run.Refuse(token is not null && range.Holds(token.Period) ? null : new Refusal(Text.TokenUnknown, text));
        return token;
    }

    private static List<Period> Known(PluginRun run, PeriodRange range)
    {
        var months = Within(range, KnownPeriods.Months(run.Org));
        var above = KnownPeriods.Above(run.Org, months.Select(month => month.Key), PolicyRow.Read(run.Org).FiscalStartMonth);
        return [.. months, .. Within(range, above)];
    }

    private static List<Period> Within(PeriodRange range, IEnumerable<string> keys) =>
        [.. keys.Distinct().Select(Period.TryParse).OfType<Period>().Where(range.Holds)];

    private static string? Given(PluginRun run, string name) =>
        run.Context.InputParameters.TryGetValue(name, out var value) && value is string text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
