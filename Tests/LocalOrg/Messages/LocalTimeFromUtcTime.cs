using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

/// <summary>A moment by the clock of a time zone, which has a number as in a user's settings.</summary>
internal sealed class LocalTimeFromUtcTime : MessageHandler
{
    public override string RequestName => "LocalTimeFromUtcTime";

    public override bool IsReadOnly => true;

    // The platform knows some 140; these are the ones our users and tests live in.
    private static Dictionary<int, string> Zones { get; } = new()
    {
        [4] = "Pacific Standard Time",
        [35] = "Eastern Standard Time",
        [85] = "GMT Standard Time",
        [92] = "UTC",
        [110] = "W. Europe Standard Time",
        [235] = "Tokyo Standard Time",
    };

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession session) => new("none", Guid.Empty);

    public override void Run(Operation operation)
    {
        var code = operation.Required<int>("TimeZoneCode");
        var utc = DateTime.SpecifyKind(operation.Required<DateTime>("UtcTime"), DateTimeKind.Utc);
        var zone = Zones.TryGetValue(code, out var known) ? known : throw new NotSupportedByLocalOrgException($"the time zone code {code}");
        operation.Results["LocalTime"] = TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone));
    }
}
