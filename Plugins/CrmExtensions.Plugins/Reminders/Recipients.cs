using System.ServiceModel;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Reminders;

/// <summary>The settings of the people of one page: their languages, and the time it is for them.</summary>
internal sealed class Recipients
{
    private readonly PluginRun run;
    private readonly DateTime now;
    private readonly DateTime businessTime;
    private readonly Dictionary<Guid, Entity> settings;
    private readonly Dictionary<int, DateTime> localTimes = [];

    /// <summary>One service call, and later one for each time zone.</summary>
    public Recipients(PluginRun run, IReadOnlyCollection<Guid> people, Policy policy)
    {
        this.run = run;
        now = run.Now;
        businessTime = TimeZoneInfo.ConvertTimeFromUtc(now, policy.Zone());
        settings = people.Count == 0 ? [] : Settings(run.Org, people);
    }

    public Recipient Of(Guid person)
    {
        settings.TryGetValue(person, out var row);
        return new Recipient(
            Languages.FromLcid(row?.GetAttributeValue<int?>(UserSettings.UILanguageId) ?? 0),
            row?.GetAttributeValue<int?>(UserSettings.TimeZoneCode) is { } zone ? LocalTime(zone) : businessTime);
    }

    private static Dictionary<Guid, Entity> Settings(IOrganizationService org, IReadOnlyCollection<Guid> people)
    {
        var query = new QueryExpression(UserSettings.Table) { ColumnSet = new ColumnSet(UserSettings.Id, UserSettings.UILanguageId, UserSettings.TimeZoneCode) };
        query.Criteria.AddCondition(UserSettings.Id, ConditionOperator.In, [.. people.Cast<object>()]);
        return org.RetrieveMultiple(query).Entities.ToDictionary(row => row.GetAttributeValue<Guid>(UserSettings.Id));
    }

    private DateTime LocalTime(int zone)
    {
        if (!localTimes.TryGetValue(zone, out var local))
        {
            local = Ask(zone);
            localTimes.Add(zone, local);
        }

        return local;
    }

    // The message has no classes in the part of the SDK that we use. A zone that the platform does not know must not keep
    // everybody else from their digests.
    private DateTime Ask(int zone)
    {
        try
        {
            var request = new OrganizationRequest("LocalTimeFromUtcTime") { ["TimeZoneCode"] = zone, ["UtcTime"] = now };
            return (DateTime)run.Org.Execute(request).Results["LocalTime"];
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            run.Trace("time zone " + zone + ": " + fault.Message);
            return businessTime;
        }
    }
}
