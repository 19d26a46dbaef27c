using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Interviews;
using CrmExtensions.Settings;

namespace CrmExtensions.Proof;

/// <summary>Holds evidence to product.md 6, B9: where links may lead, consent to recordings, how long it is kept.</summary>
internal static class EvidenceGuard
{
    /// <summary>What is emptied when the retention is over.</summary>
    public static string[] Contents { get; } = [Tables.Evidence.Url, Tables.Evidence.Excerpt, Tables.Evidence.StartTime, Tables.Evidence.StartSeconds];

    /// <summary>Whether all that happens is that evidence is emptied whose retention is over: whoever does it, and though the interview is locked. A service call where something is emptied.</summary>
    public static bool IsEmptiedInTime(PluginRun run, ChildChange change) =>
        change.Table == Tables.Evidence.Table
        && change.EmptiesOnly(Contents)
        && Retention.IsOver(change.Was<DateTime?>(Tables.Evidence.RetentionUntil), BusinessDate.Of(run.Now, PolicyRow.Read(run.Org).Zone()));

    public static void Apply(PluginRun run, ChildChange change, ParentInterview interview)
    {
        if (change.Target is not { } target)
        {
            return;
        }

        var policy = PolicyRow.Read(run.Org);
        var longest = Retention.Until(interview.HeardOn ?? interview.ClosedOn, policy.EvidenceRetentionMonths);
        var start = change.After<string>(Tables.Evidence.StartTime);
        var seconds = string.IsNullOrWhiteSpace(start) ? null : StartTime.SecondsOf(start!);
        run.Refuse(EvidenceRules.Judge(
            new EvidenceItem
            {
                Type = (EvidenceType?)change.ChoiceAfter(Tables.Evidence.Type),
                Url = change.After<string>(Tables.Evidence.Url),
                Excerpt = change.After<string>(Tables.Evidence.Excerpt),
                Start = start,
                StartSeconds = seconds,
                Consent = (Consent?)change.ChoiceAfter(Tables.Evidence.Consent),
                RetentionUntil = change.After<DateTime?>(Tables.Evidence.RetentionUntil),
            },
            new EvidenceTerms(policy.EvidenceHosts, longest, BusinessDate.Of(run.Now, policy.Zone()))));
        target[Tables.Evidence.StartSeconds] = seconds;
        target[Tables.Evidence.RetentionUntil] = change.After<DateTime?>(Tables.Evidence.RetentionUntil) ?? longest;
    }
}
