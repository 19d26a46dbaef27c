using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

/// <summary>A moment by the clock of a time zone, which has a number as in a user's settings.</summary>
internal sealed class LocalTimeFromUtcTime : MessageHandler
{
    public override string RequestName => "LocalTimeFromUtcTime";

    public override bool IsReadOnly => true;

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) => new("none", Guid.Empty);

    public override void Run(Operation operation)
    {
        var code = operation.Required<int>("TimeZoneCode");
        var utc = DateTime.SpecifyKind(operation.Required<DateTime>("UtcTime"), DateTimeKind.Utc);
        operation.Results["LocalTime"] = TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(TimeZoneCodes.NameOf(code)));
    }
}
