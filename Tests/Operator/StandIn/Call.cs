namespace CrmExtensions.Tests.StandIn;

/// <summary>A request that the stand-in got, and how it answered.</summary>
/// <param name="Method">GET, PATCH and so on.</param>
/// <param name="Path">Below the root of the Web API, decoded.</param>
/// <param name="Query">Decoded, with its question mark.</param>
/// <param name="Body">Of requests that have one.</param>
/// <param name="Headers">By their names in lower case.</param>
internal sealed record Call(string Method, string Path, string Query, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public int Status { get; set; }

    public bool IsWrite => Method != "GET";

    public override string ToString() => $"{Method} {Path}{Query} {Body} -> {Status}";
}
