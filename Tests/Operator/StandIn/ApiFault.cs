namespace CrmExtensions.Tests.StandIn;

/// <summary>An answer that says no, as JSON with code and message.</summary>
internal sealed class ApiFault(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>learn.microsoft.com/troubleshoot/power-platform/dataverse/dataverse-web-api-and-sdk/web-api-client-errors.</summary>
    public static ApiFault NoResource(string segment) => new(404, "0x8006088a", $"Resource not found for the segment '{segment}'.");

    public static ApiFault NoRow(Table table, Guid id) => new(404, "0x80040217", $"Entity '{table.Name}' With Id = {id} Does Not Exist");

    public static ApiFault BadPayload(Table table, string reason) =>
        new(400, "0x80048d19", $"Error identified in Payload provided by the user for Entity :'{table.Set}' ----> InnerException : Microsoft.OData.ODataException: {reason}");

    public static ApiFault BadRequest(string message) => new(400, "0x0", message);
}
