using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Faults;

/// <summary>What the platform says when plug-ins fail (platform-facts.md 0 and 2).</summary>
internal static class PipelineFaults
{
    /// <summary>The plug-in's own status and code are details of the fault (PD/webapi/compose-http-requests-handle-errors.md, "Include more details with errors").</summary>
    public static FaultException<OrganizationServiceFault> FromPlugin(InvalidPluginExecutionException refusal)
    {
        var fault = Fault.Of(-2147220891, refusal.Message);
        fault.Detail.ErrorDetails["OperationStatus"] = (int)refusal.Status;
        fault.Detail.ErrorDetails["SubErrorCode"] = refusal.ErrorCode;
        return fault;
    }

    public static FaultException<OrganizationServiceFault> Unexpected(string type, Exception failure) => Fault.Of(
        -2147220956,
        $"An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in (Execute): {type}: {failure.GetType().FullName}: {failure.Message}");

    public static FaultException<OrganizationServiceFault> TooManyBypassed(int given, int most) => Fault.Of(
        -2147220989,
        FormattableString.Invariant($"BypassBusinessLogicExecutionStepIds has {given} ids; BypassBusinessLogicExecutionStepIdsLimit allows {most}."));

    public static FaultException<OrganizationServiceFault> CaughtAndContinued() => Fault.Of(
        -2146893812,
        "ISV code reduced the open transaction count. Custom plug-ins should not catch exceptions from OrganizationService calls and continue processing.");

    public static FaultException<OrganizationServiceFault> NoTransaction() => Fault.Of(
        -2147220911,
        "There is no active transaction. This error is usually caused by custom plug-ins that ignore errors from service calls and continue processing.");

    public static FaultException<OrganizationServiceFault> TooDeep() => Fault.Of(
        -2147204734,
        "This workflow job was canceled because the workflow that started it included an infinite loop. Correct the workflow logic and try again. (Depth of 8 exceeded.)");

    public static FaultException<OrganizationServiceFault> TooLong(string message) => Fault.Of(
        -2147220956,
        $"The plug-in execution failed because the operation '{message}' has timed-out at the two-minute limit.");
}
