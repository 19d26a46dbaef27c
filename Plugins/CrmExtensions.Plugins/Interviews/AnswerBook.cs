using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Proof;
using CrmExtensions.Settings;
using CrmExtensions.Specificity;
using CrmExtensions.Tables;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Interviews;

/// <summary>What the server works out from the answers: score, grade, dates (product.md 5.2, quality and workflow).</summary>
internal static class AnswerBook
{
    private static readonly TimeSpan SameTextWithin = TimeSpan.FromDays(90);

    /// <summary>An ordinary save. Two service calls; what hangs below the interview is looked at when it is submitted.</summary>
    public static void Keep(PluginRun run, InterviewChange change)
    {
        if (change.From == InterviewStatus.NotStarted)
        {
            change.Target[Interview.StatusCode] = new OptionSetValue(InterviewStatuses.Stored(InterviewStatus.InProgress));
        }

        var after = change.After();
        var answers = Answers.Of(after, children: null);
        var policy = PolicyRow.Read(run.Org);
        var hasRecord = after.GetAttributeValue<bool>(Interview.HasRecord);
        var hash = Testimonies.HashOf(Testimonies.TextOf(answers));
        var wasDuplicate = Equals(hash, change.ValueBefore(Interview.TextHash)) && HadFlagOfDuplicate(change.Before);
        Score(run, change, after, answers, policy, hasRecord ? [EvidenceType.Minutes] : [], wasDuplicate);
        if (change.ValueBefore(Interview.PartAOn) is null && IsReflectionDone(answers, BusinessDate.Of(run.Now, policy.Zone())))
        {
            change.Target[Interview.PartAOn] = run.Now;
        }
    }

    /// <summary>A submission or a completion: everything is worked out anew, and what is vague goes back with the next questions. Two service calls.</summary>
    public static void Settle(PluginRun run, InterviewChange change, InterviewAnswers answers, InterviewChildren children, Policy policy)
    {
        change.Target[Interview.HasRecord] = children.Evidence.Any(EvidenceGrades.IsRecord);
        var score = Score(run, change, change.After(), answers, policy, children.Evidence, IsDuplicate(run, change, answers));
        if (score.Band == Band.Vague)
        {
            var language = run.Language();
            var header = Wording.In(language, Text.TooVague, score.Score, ThresholdsOf(policy).LeastOf(!answers.NeedsHearing));
            var questions = Questions.ToAsk(score.Missing, language).Select((question, i) => FormattableString.Invariant($"{i + 1}. {question}"));
            throw new InvalidPluginExecutionException(string.Join("\n", new[] { header }.Concat(questions)));
        }
    }

    private static SpecificityScore Score(
        PluginRun run,
        InterviewChange change,
        Entity after,
        InterviewAnswers answers,
        Policy policy,
        IReadOnlyList<EvidenceType> evidence,
        bool isDuplicate)
    {
        var grade = EvidenceGrades.Of(answers, evidence);
        var score = Guard.Score(Testimonies.Of(after, answers, grade, isDuplicate), Phrases.Read(run.Org), ThresholdsOf(policy));
        Testimonies.Write(change.Target, score);
        change.Target[Interview.EvidenceGrade] = Choices.Stored((int)grade);
        change.Target[Interview.TextHash] = Testimonies.HashOf(Testimonies.TextOf(answers));
        change.Target[Interview.DaysToHearing] = answers.HeardOn is { } heard ? (heard - after.GetAttributeValue<DateTime>(Interview.ClosedOn)).Days : null;
        return score;
    }

    // Whether a competitor is named as winner is asked when the interview is submitted.
    private static bool IsReflectionDone(InterviewAnswers answers, DateTime today) =>
        Requirements.PartA(answers, today).All(missing => missing.Field is InterviewField.Winner or InterviewField.SellerReasonRows);

    private static Thresholds ThresholdsOf(Policy policy) => new(policy.PartlyFrom, policy.SpecificFrom);

    private static bool HadFlagOfDuplicate(Entity before) =>
        before.GetAttributeValue<OptionSetValueCollection>(Interview.VagueFlags)?.Any(flag => flag.Value == VagueFlagOfDuplicate) ?? false;

    private static int VagueFlagOfDuplicate => Choices.Stored(6).Value;

    private static bool IsDuplicate(PluginRun run, InterviewChange change, InterviewAnswers answers)
    {
        if (Testimonies.HashOf(Testimonies.TextOf(answers)) is not { } hash || change.Before.GetAttributeValue<EntityReference>(Interview.OwnerId) is not { } owner)
        {
            return false;
        }

        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(Interview.TextHash, ConditionOperator.Equal, hash);
        query.Criteria.AddCondition(Interview.OwnerId, ConditionOperator.Equal, owner.Id);
        query.Criteria.AddCondition(Interview.CreatedOn, ConditionOperator.GreaterThan, run.Now - SameTextWithin);
        query.Criteria.AddCondition(Interview.Id, ConditionOperator.NotEqual, change.Before.Id);
        return run.Org.RetrieveMultiple(query).Entities.Count > 0;
    }
}
