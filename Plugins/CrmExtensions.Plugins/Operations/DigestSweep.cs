using System.ServiceModel;
using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Notifications;
using CrmExtensions.Reminders;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Operations;

/// <summary>The part of the sweep that sends everybody's digest, at most one a day and person (product.md 6, B10, and 9).</summary>
internal static class DigestSweep
{
    private const int PageSize = 20;

    // A call may take two minutes. What is beyond is counted in the digest, and in tomorrow's once more.
    private const int MostMarked = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    /// <summary>Up to twenty people whom some interview waits for; the cursor is a person's id.</summary>
    public static SweepPage Digests(PluginRun run, string cursor)
    {
        var policy = PolicyRow.Read(run.Org);
        var now = run.Now;
        var today = BusinessDate.Of(now, policy.Zone());
        var interviews = OpenReminders.Read(run, policy, today);
        var waiting = interviews.ToLookup(interview => interview.Addressee(today));
        var page = waiting.Select(group => group.Key).OfType<Guid>().Where(person => IsAfter(person, cursor)).OrderBy(Key, StringComparer.Ordinal).Take(PageSize).ToList();
        var recipients = new Recipients(run, page, policy);
        var lastDigests = LastDigests(interviews);
        var until = now + Longest;
        var sent = 0;
        for (var i = 0; i < page.Count; i++)
        {
            var recipient = recipients.Of(page[i]);
            if (DigestTime.IsDue(now, recipient.LocalTime, lastDigests[page[i]].Max()) && Send(run, page[i], recipient, new Digest(waiting[page[i]], today)))
            {
                sent++;
            }

            if (i + 1 < page.Count && run.Now > until)
            {
                return new SweepPage(Key(page[i]), i + 1, sent);
            }
        }

        return new SweepPage(page.Count == PageSize ? Key(page[PageSize - 1]) : null, page.Count, sent);
    }

    private static string Key(Guid person) => person.ToString("D");

    private static bool IsAfter(Guid person, string cursor) => string.CompareOrdinal(Key(person), cursor) > 0;

    private static ILookup<Guid, DateTime?> LastDigests(IEnumerable<DueInterview> interviews) => interviews
        .SelectMany(interview => interview.MayHaveReminded().Select(person => new { Person = person, interview.RemindedAt }))
        .ToLookup(reminder => reminder.Person, reminder => reminder.RemindedAt);

    // First sent, then marked: where the feature is off, the reminder waits for the day it is on.
    private static bool Send(PluginRun run, Guid person, Recipient recipient, Digest digest)
    {
        var notice = new Notice(person, digest.Title.In(recipient.Language), digest.BodyIn(recipient.Language));
        if (!Try(run, "digest of " + Key(person), () => notice.Send(run.Org)))
        {
            return false;
        }

        foreach (var interview in digest.Interviews.Take(MostMarked))
        {
            Try(run, "reminder of " + Key(interview.Id), () => Mark(run, interview));
        }

        return true;
    }

    private static void Mark(PluginRun run, DueInterview interview) => run.Org.Update(new Entity(Interview.Table, interview.Id)
    {
        [Interview.LastReminderOn] = run.Now,
        [Interview.ReminderCount] = interview.Reminders + 1,
    }.ByServer());

    // One person's fault must not keep all others from their digests, at every sweep to come.
    private static bool Try(PluginRun run, string what, Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            run.Trace(what + ": " + fault.Message);
            return false;
        }
    }
}
