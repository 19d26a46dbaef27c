namespace CrmExtensions.Tests.StandIn;

/// <summary>The headers that every request should have (webapi/compose-http-requests-handle-errors); here it must.</summary>
internal static class Etiquette
{
    public static void Check(Call call)
    {
        Demand(call, "accept", "application/json");
        Demand(call, "odata-version", "4.0");
        Demand(call, "odata-maxversion", "4.0");
        if (call.Method == "GET")
        {
            Demand(call, "if-none-match", "null");
        }

        if (call.Body.Length > 0)
        {
            Demand(call, "content-type", "application/json");
        }
    }

    private static void Demand(Call call, string header, string value)
    {
        if (call.Headers.GetValueOrDefault(header) != value)
        {
            throw ApiFault.BadRequest($"The stand-in: {header} is '{call.Headers.GetValueOrDefault(header)}', not '{value}'.");
        }
    }
}
