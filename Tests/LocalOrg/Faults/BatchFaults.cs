using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Faults;

/// <summary>What the platform says about several rows or requests in one.</summary>
internal static class BatchFaults
{
    private const int NotSupported = -2147220715;

    /// <summary>With the limit among the details, for callers that make smaller batches then (execute-multiple-requests.md, "Handle a batch size fault").</summary>
    public static FaultException<OrganizationServiceFault> TooMany(int most)
    {
        var fault = Fault.Of(NotSupported, "ExecuteMultiple Request batch size exceeds the maximum batch size allowed!");
        fault.Detail.ErrorDetails["MaxBatchSize"] = most;
        return fault;
    }

    /// <summary>That it is a fault is documented; the words are ours.</summary>
    public static FaultException<OrganizationServiceFault> Nested(string outer, string inner) =>
        Fault.Of(NotSupported, $"{outer} cannot contain {inner}.");

    /// <summary>That all rows must be of one table is documented (bulk-operations.md); the words are ours.</summary>
    public static FaultException<OrganizationServiceFault> SeveralTables(string message, string table) =>
        Fault.Of(-2147220989, $"All rows of {message} must be of the same table, here '{table}'.");

    /// <summary>The fault of one request in a transaction, with its place.</summary>
    public static FaultException<OrganizationServiceFault> At(int index, OrganizationServiceFault fault) => new(
        new ExecuteTransactionFault
        {
            FaultedRequestIndex = index,
            ErrorCode = fault.ErrorCode,
            Message = fault.Message,
            InnerFault = fault,
        },
        new FaultReason(fault.Message));
}
