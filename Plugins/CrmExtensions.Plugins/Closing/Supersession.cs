using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Closing;

/// <summary>The change that takes an interview out of the count and keeps it as history.</summary>
internal static class Supersession
{
    public static Entity Of(Guid interviewId) => new Entity(Interview.Table, interviewId)
    {
        [Interview.IsCurrent] = false,
        [Interview.StateCode] = new OptionSetValue(Interview.StateCodeOption.Inactive),
        [Interview.StatusCode] = new OptionSetValue(Interview.StatusCodeOption.Superseded),
    }.ByServer();
}
