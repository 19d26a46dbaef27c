using System.Globalization;
using CrmExtensions.Framework;
using CrmExtensions.Interviews;
using CrmExtensions.Settings;
using CrmExtensions.Texts;

namespace CrmExtensions.Specificity;

/// <summary>The verdict of the vagueness guard on a text that is still being written, so that a form says what the server will say (product.md 7).</summary>
[CustomApi("wl_ScoreText")]
public sealed class ScoreText : Plugin
{
    private const int UnknownRole = 6;
    private const int UnknownMoment = 13;

    protected override void Run(PluginRun run)
    {
        var policy = PolicyRow.Read(run.Org);
        var score = Guard.Score(ToldIn(run), Phrases.Read(run.Org), new Thresholds(policy.PartlyFrom, policy.SpecificFrom));
        var language = run.Language();
        run.Context.OutputParameters["Score"] = score.Score;
        run.Context.OutputParameters["Band"] = (int)score.Band;
        run.Context.OutputParameters["Elements"] = string.Join(";", score.Elements.Select(element =>
            FormattableString.Invariant($"{element.Element}={element.Points}/{element.Of}")));
        run.Context.OutputParameters["Missing"] = string.Join(";", score.Missing);
        run.Context.OutputParameters["Questions"] = string.Join("\n", Questions.ToAsk(score.Missing, language));
    }

    private static Testimony ToldIn(PluginRun run)
    {
        var role = Number(run, "Role", UnknownRole);
        var stage = Number(run, "Stage", UnknownMoment);
        var trigger = Number(run, "Trigger", UnknownMoment);
        return new Testimony
        {
            Narrative = Given<string>(run, "Text"),
            Remark = Given<string>(run, "Remark"),
            Contrast = Given<string>(run, "Contrast"),
            HasDateOrMeeting = Given<object>(run, "MomentOn") is not null,
            HasRole = role is not null and not UnknownRole,
            StageKnown = stage is not null and not UnknownMoment,
            TriggerKnown = trigger is not null and not UnknownMoment,
            EvidenceGrade = Grade(run),
        };
    }

    private static T? Given<T>(PluginRun run, string name) => run.Context.InputParameters.TryGetValue(name, out var value) && value is T given ? given : default;

    private static int? Number(PluginRun run, string name, int most)
    {
        var number = Given<int?>(run, name);
        if (number is < 0 || number > most)
        {
            run.Refuse(new Refusal(Text.CodeOutOfRange, name, number.Value, most));
        }

        return number;
    }

    private static EvidenceGrade? Grade(PluginRun run)
    {
        var text = Given<string>(run, "Grade");
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text!.Trim().Length != 1 || !Enum.TryParse<EvidenceGrade>(text.Trim().ToUpper(CultureInfo.InvariantCulture), out var grade) || !char.IsLetter(text.Trim()[0]))
        {
            run.Refuse(new Refusal(Text.GradeUnknown, text));
            return null;
        }

        return grade;
    }
}
