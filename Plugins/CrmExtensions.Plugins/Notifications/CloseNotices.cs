using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Notifications;

/// <summary>What people are told once a deal has been closed.</summary>
internal static class CloseNotices
{
    /// <summary>Asks the owner of the new interview for the reflection (product.md 9).</summary>
    public static void AskForReflection(PluginRun run, Entity interview, Guid owner)
    {
        var language = run.LanguageOf(owner);
        var dueOn = interview.GetAttributeValue<DateTime>(Interview.PartADueOn);
        var body = Wording.In(language, Text.ReflectionBody, interview.GetAttributeValue<string>(Interview.Name) ?? "", dueOn);
        new Notice(owner, Wording.In(language, Text.ReflectionTitle), body) { Interview = interview.Id, Language = language }.Send(run.Org);
    }

    /// <summary>Warns whoever has closed over the overdue limit, where the policy says so (product.md 6, B2).</summary>
    public static void WarnOverLimit(PluginRun run, Guid closer)
    {
        var policy = PolicyRow.Read(run.Org);
        if (policy.Enforcement == Enforcement.Warn && OverdueGate.Warning(OverdueInterviews.Of(run.Org, closer), policy) is { } warning)
        {
            var language = run.LanguageOf(closer);
            new Notice(closer, Wording.In(language, Text.WarningTitle), warning.In(language)) { Icon = AppNotification.IconTypeOption.Warning }.Send(run.Org);
        }
    }
}
