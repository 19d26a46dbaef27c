using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Interviews;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Waivers;

/// <summary>Holds a waiver to product.md 6, B8: a second person decides, and what has been decided stays.</summary>
internal static class WaiverGuard
{
    private static readonly string[][] Attempts =
    [
        [Waiver.Attempt1On, Waiver.Attempt1Channel],
        [Waiver.Attempt2On, Waiver.Attempt2Channel],
        [Waiver.Attempt3On, Waiver.Attempt3Channel],
    ];

    // What a request stands on: whoever approves may not take it away.
    private static readonly HashSet<string> Asked = [Waiver.Reason, .. Attempts.SelectMany(columns => columns)];

    private static readonly string[] Kept = [Waiver.RequestedById, Waiver.RequestedOn, Waiver.ApproverId, Waiver.DecidedOn, Waiver.Attempts];

    public static void Apply(PluginRun run, ChildChange change, ParentInterview interview)
    {
        if (change.Target is null)
        {
            return;
        }

        PutBack(change, change.Target);
        var policy = PolicyRow.Read(run.Org);
        var today = BusinessDate.Of(run.Now, policy.Zone());
        var request = RequestOf(run, change, interview, policy);
        change.Target[Waiver.Attempts] = request.Attempts.Count;
        if (change.Before is null)
        {
            run.Refuse(WaiverRules.Judge(request, today));
            change.Target[Waiver.Decision] = Choices.Stored((int)WaiverStatus.Requested);
            change.Target[Waiver.RequestedById] = new EntityReference(SystemUser.Table, request.Requester);
            change.Target[Waiver.RequestedOn] = run.Now;
            return;
        }

        var to = (WaiverStatus)(change.ChoiceAfter(Waiver.Decision) ?? 0);
        if (to == request.Status)
        {
            run.Refuse(request.Status == WaiverStatus.Requested ? WaiverRules.Judge(request, today) : new Refusal(Text.WaiverIsDecided, WaiverMoves.Name(request.Status)));
            return;
        }

        Decide(run, change.Target, request, to, interview, policy, today);
        if (to == WaiverStatus.Approved && change.Changes.Attributes.Keys.Any(Asked.Contains))
        {
            run.Refuse(WaiverRules.Judge(request, today));
        }
    }

    private static void Decide(PluginRun run, Entity target, WaiverRequest request, WaiverStatus to, ParentInterview interview, Policy policy, DateTime today)
    {
        var user = run.Context.InitiatingUserId;
        var approvers = to is WaiverStatus.Approved or WaiverStatus.Rejected
            ? ReviewersOf.Owner(run.Org, interview.Owner, today, policy)
            : new Approvers(null, [], [], []);
        run.Refuse(WaiverMoves.Judge(request, to, new WaiverFacts(user, approvers, today, policy.WaiverExpiryDays)));
        target[Waiver.DecidedOn] = run.Now;
        if (to is WaiverStatus.Approved or WaiverStatus.Rejected)
        {
            target[Waiver.ApproverId] = new EntityReference(SystemUser.Table, user);
        }
    }

    private static void PutBack(ChildChange change, Entity target)
    {
        foreach (var column in Kept.Where(target.Contains))
        {
            target[column] = change.Was<object>(column);
        }
    }

    private static WaiverRequest RequestOf(PluginRun run, ChildChange change, ParentInterview interview, Policy policy) => new()
    {
        Outcome = interview.Outcome,
        Status = (WaiverStatus)(Choices.Offset(change.Was<OptionSetValue>(Waiver.Decision)) ?? 0),
        Reason = (WaiverReason?)change.ChoiceAfter(Waiver.Reason),
        Note = change.After<string>(Waiver.Note),
        Attempts = Attempts
            .Select(columns => new { On = change.After<DateTime?>(columns[0]), Channel = change.ChoiceAfter(columns[1]) })
            .Where(attempt => attempt.On is not null)
            .Select(attempt => new ContactAttempt(attempt.On!.Value, attempt.Channel))
            .ToList(),
        EarliestOn = interview.EarliestOn,
        RetryOn = change.After<DateTime?>(Waiver.RetryOn),
        Requester = change.Was<EntityReference>(Waiver.RequestedById)?.Id ?? run.Context.InitiatingUserId,
        Owner = interview.Owner,
        RequestedOn = BusinessDate.Of(change.Was<DateTime?>(Waiver.RequestedOn) ?? run.Now, policy.Zone()),
        HearingRecorded = interview.HasHearing,
    };
}
