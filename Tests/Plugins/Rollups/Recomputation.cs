using System.Text.RegularExpressions;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Rollups;

/// <summary>What wl_RecomputeRollups answered, call after call until it was through.</summary>
internal sealed partial record Recomputation(int Calls, int Folded, int Compared, int Changed, int Drifted, IReadOnlyList<string> Report)
{
    public static Recomputation Of(Office office, string? from = null, string? to = null) => Of(office.System, from, to);

    public static Recomputation Of(IOrganizationService who, string? from = null, string? to = null)
    {
        var all = new Recomputation(0, 0, 0, 0, 0, []);
        var token = "";
        do
        {
            var answer = Call(who, ("From", from), ("To", to), ("ContinuationToken", token)).Results;
            int Number(string name) => (int)answer[name];
            all = new Recomputation(
                all.Calls + 1,
                all.Folded + Number("Folded"),
                all.Compared + Number("Compared"),
                all.Changed + Number("Changed"),
                all.Drifted + Number("Drifted"),
                [.. all.Report, .. ((string)answer["Report"]).Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
            token = (string)answer["ContinuationToken"];
        }
        while (token.Length > 0);
        return all;
    }

    public static OrganizationResponse Call(IOrganizationService who, params (string Name, string? Value)[] parameters)
    {
        var request = new OrganizationRequest("wl_RecomputeRollups");
        foreach (var (name, value) in parameters.Where(parameter => parameter.Value is not null))
        {
            request[name] = value;
        }

        return who.Execute(request);
    }

    /// <summary>The reasons why rows were behind, each once.</summary>
    public IReadOnlyList<string> Causes => [.. Report.Where(line => line.StartsWith("Not drift:", StringComparison.Ordinal)).Select(line => Cause().Match(line).Groups[1].Value).Distinct()];

    [GeneratedRegex("are written now: (.*)$")]
    private static partial Regex Cause();
}
