using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>One part of the sweep on its own.</summary>
internal static class SweepPart
{
    /// <summary>Calls it until the next part would begin: what each call changed.</summary>
    public static IReadOnlyList<int> Run(Office office, string part)
    {
        var changed = new List<int>();
        var token = part + ":";
        do
        {
            var answer = office.System.Execute(new OrganizationRequest("wl_RunDailySweep") { ["ContinuationToken"] = token });
            Assert.IsLessThanOrEqualTo(50, (int)answer.Results["Found"]);
            changed.Add((int)answer.Results["Changed"]);
            token = (string)answer.Results["ContinuationToken"];
        }
        while (token.StartsWith(part + ":", StringComparison.Ordinal));
        return changed;
    }
}
