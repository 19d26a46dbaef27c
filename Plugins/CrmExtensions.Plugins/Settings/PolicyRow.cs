using CrmExtensions.Framework;
using CrmExtensions.Tables;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Settings;

/// <summary>The active wl_setting row; a column that is empty, or no row at all, means the default.</summary>
internal static class PolicyRow
{
    // Every close reads them: all columns would bring the names of who made and changed the row along.
    private static readonly string[] Columns =
    [
        Setting.TimeZone,
        Setting.GoLiveOn,
        Setting.PartADueDays,
        Setting.PartBDueDays,
        Setting.PartACalendar,
        Setting.OverdueDays,
        Setting.StaleDays,
        Setting.MinimumValue,
        Setting.CleanupAgeDays,
        Setting.CleanupBelow,
        Setting.FiscalStartMonth,
        Setting.PartlyFrom,
        Setting.SpecificFrom,
        Setting.EvidenceHosts,
        Setting.EvidenceRetentionMonths,
        Setting.WaiverExpiryDays,
        Setting.CountsWithdrawn,
        Setting.AnonymityK,
        Setting.SharesCompetitors,
        Setting.ProgramOwnerId,
        Setting.Enforcement,
        Setting.OverdueLimit,
        Setting.HiddenBelow,
        Setting.CountsOnlyBelow,
        Setting.ReferenceBelow,
        Setting.ValueBand1From,
        Setting.ValueBand2From,
        Setting.ValueBand3From,
        Setting.ValueBand4From,
    ];

    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];

    /// <summary>One service call.</summary>
    public static Policy Read(IOrganizationService org)
    {
        var query = new QueryExpression(Setting.Table) { ColumnSet = new ColumnSet(Columns), TopCount = 1 };
        query.Criteria.AddCondition(Setting.StateCode, ConditionOperator.Equal, Setting.StateCodeOption.Active);
        query.AddOrder(Setting.CreatedOn, OrderType.Ascending);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault() is { } row ? Read(row) : new Policy();
    }

    /// <summary>Rises with every change of the settings, inactive rows among them: which one is read may have changed with theirs. One service call.</summary>
    public static long Version(IOrganizationService org)
    {
        var query = new QueryExpression(Setting.Table) { ColumnSet = new ColumnSet(Setting.VersionNumber) };
        query.AddOrder(Setting.Id, OrderType.Ascending);
        return org.ReadAll(query).Select(row => row.GetAttributeValue<long>(Setting.VersionNumber)).DefaultIfEmpty().Max();
    }

    /// <summary>The zone business dates are read in.</summary>
    /// <exception cref="InvalidPluginExecutionException">The setting names no zone that the server knows.</exception>
    public static TimeZoneInfo Zone(this Policy policy)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(policy.TimeZoneId);
        }
        catch (TimeZoneNotFoundException)
        {
            throw new Refusal(Text.TimeZoneUnknown, policy.TimeZoneId).InBothLanguages();
        }
    }

    private static Policy Read(Entity row)
    {
        var defaults = new Policy();
        var zone = row.GetAttributeValue<string>(Setting.TimeZone);
        return new Policy
        {
            GoLive = row.GetAttributeValue<DateTime?>(Setting.GoLiveOn),
            ReflectionDueDays = Given(row, Setting.PartADueDays, defaults.ReflectionDueDays),
            HearingDueDays = Given(row, Setting.PartBDueDays, defaults.HearingDueDays),
            ReflectionInWorkingDays = row.GetAttributeValue<OptionSetValue>(Setting.PartACalendar)?.Value != Setting.PartACalendarOption.CalendarDays,
            OverdueDays = Given(row, Setting.OverdueDays, defaults.OverdueDays),
            StaleDays = Given(row, Setting.StaleDays, defaults.StaleDays),
            MinimumValue = Given(row, Setting.MinimumValue, defaults.MinimumValue),
            CleanUpAgeDays = row.GetAttributeValue<int?>(Setting.CleanupAgeDays),
            CleanUpBelow = row.GetAttributeValue<decimal?>(Setting.CleanupBelow),
            TimeZoneId = string.IsNullOrWhiteSpace(zone) ? defaults.TimeZoneId : zone!,
            FiscalStartMonth = Given(row, Setting.FiscalStartMonth, defaults.FiscalStartMonth),
            PartlyFrom = Given(row, Setting.PartlyFrom, defaults.PartlyFrom),
            SpecificFrom = Given(row, Setting.SpecificFrom, defaults.SpecificFrom),
            EvidenceHosts = (row.GetAttributeValue<string>(Setting.EvidenceHosts) ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries),
            EvidenceRetentionMonths = Given(row, Setting.EvidenceRetentionMonths, defaults.EvidenceRetentionMonths),
            WaiverExpiryDays = Given(row, Setting.WaiverExpiryDays, defaults.WaiverExpiryDays),
            AnonymityK = Given(row, Setting.AnonymityK, defaults.AnonymityK),
            SharesCompetitors = row.GetAttributeValue<bool>(Setting.SharesCompetitors),
            CountsWithdrawn = row.GetAttributeValue<bool>(Setting.CountsWithdrawn),
            ProgramOwner = row.GetAttributeValue<EntityReference>(Setting.ProgramOwnerId)?.Id,
            Enforcement = (Enforcement)(Choices.Offset(row.GetAttributeValue<OptionSetValue>(Setting.Enforcement)) ?? (int)defaults.Enforcement),
            OverdueLimit = Given(row, Setting.OverdueLimit, defaults.OverdueLimit),
            HiddenBelow = Given(row, Setting.HiddenBelow, defaults.HiddenBelow),
            CountsOnlyBelow = Given(row, Setting.CountsOnlyBelow, defaults.CountsOnlyBelow),
            ReferenceBelow = Given(row, Setting.ReferenceBelow, defaults.ReferenceBelow),
            ValueBands =
            [
                Given(row, Setting.ValueBand1From, defaults.ValueBands[0]),
                Given(row, Setting.ValueBand2From, defaults.ValueBands[1]),
                Given(row, Setting.ValueBand3From, defaults.ValueBands[2]),
                Given(row, Setting.ValueBand4From, defaults.ValueBands[3]),
            ],
        };
    }

    private static T Given<T>(Entity row, string column, T otherwise)
        where T : struct => row.GetAttributeValue<T?>(column) ?? otherwise;
}
