using CrmExtensions.Framework;
using CrmExtensions.Texts;

namespace CrmExtensions.Operations;

/// <summary>
/// Repairs what events have missed, a bounded piece of work a call: the caller repeats with the returned token until it is
/// empty. Running it twice changes nothing more.
/// </summary>
[CustomApi("wl_RunDailySweep")]
public sealed class RunDailySweep : Plugin
{
    private const string Token = "ContinuationToken";

    /// <param name="Name">What its tokens begin with.</param>
    /// <param name="Run">One page of it.</param>
    /// <param name="InOrderOfIds">Whether its cursor is the id of a row; a period's key where not.</param>
    private sealed record Part(string Name, Func<PluginRun, string, SweepPage> Run, bool InOrderOfIds = true)
    {
        public bool Understands(string cursor) => !InOrderOfIds || cursor.Length == 0 || Guid.TryParseExact(cursor, "D", out _);
    }

    private static IReadOnlyList<Part> Parts { get; } =
    [
        new("missing", InterviewSweep.Missing),
        new("reopened", InterviewSweep.OfOpenOpportunities),
        new("doubled", InterviewSweep.Doubled),
        new("turned", InterviewSweep.Turned),
        new("unserved", InterviewSweep.Unserved),
        new("unprepared", PreparationSweep.Unprepared),
        new("flags", FlagSweep.Late),
        new("waivers", WaiverSweep.Ended),
        new("retention", RetentionSweep.Over),

        // Before the folds, since it touches the interviews it reminds of.
        new("digests", DigestSweep.Digests),
        new("cards", CardSweep.Behind),
        new("months", FoldSweep.Months, InOrderOfIds: false),
        new("higher", FoldSweep.HigherPeriods, InOrderOfIds: false),
        new("assignments", AssignmentSweep.OfUnits),
    ];

    protected override void Run(PluginRun run)
    {
        var token = run.Context.InputParameters.TryGetValue(Token, out var given) ? given as string : null;
        if (Position(token) is not { } place)
        {
            run.Refuse(new Refusal(Text.TokenUnknown, token!));
            return;
        }

        var page = Parts[place.Index].Run(run, place.Cursor);
        run.Context.OutputParameters["Found"] = page.Found;
        run.Context.OutputParameters["Changed"] = page.Changed;
        run.Context.OutputParameters[Token] = NextToken(place.Index, page);
    }

    private static string NextToken(int index, SweepPage page) =>
        page.Next is not null ? Parts[index].Name + ":" + page.Next
        : index + 1 < Parts.Count ? Parts[index + 1].Name + ":"
        : "";

    private static Place? Position(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return new Place(0, "");
        }

        var colon = token!.IndexOf(':');
        for (var index = 0; colon >= 0 && index < Parts.Count; index++)
        {
            var cursor = token.Substring(colon + 1);
            if (Parts[index].Name == token.Substring(0, colon) && Parts[index].Understands(cursor))
            {
                return new Place(index, cursor);
            }
        }

        return null;
    }

    private sealed record Place(int Index, string Cursor);
}
