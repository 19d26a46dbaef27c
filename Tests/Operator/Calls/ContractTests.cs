namespace CrmExtensions.Tests.Calls;

/// <summary>The scripts and the stand-in against the declarations of the custom APIs: a renamed parameter must not go unnoticed.</summary>
[TestClass]
public sealed class ContractTests
{
    [TestMethod]
    [DataRow("wl_RunDailySweep", "ContinuationToken", "Found Changed ContinuationToken")]
    [DataRow("wl_Reconcile", "ContinuationToken OpportunityKey", "Found Changed Report ContinuationToken")]
    [DataRow("wl_RecomputeRollups", "ContinuationToken From To", "Folded Compared Changed Drifted Report ContinuationToken")]
    public void The_custom_API_takes_and_gives_what_the_scripts_name(string api, string parameters, string properties)
    {
        CollectionAssert.AreEquivalent(parameters.Split(' '), Named(api, "customapirequestparameters"));
        CollectionAssert.AreEquivalent(properties.Split(' '), Named(api, "customapiresponseproperties"));
        Expect.All(Shell.All.Select(shell => Repo.Text($"pac-config/operator/{(shell == Shell.Bash ? "bash" : "powershell")}/calls{shell.Ending}")), text => parameters.Split(' ').All(name => text.Contains(name, StringComparison.Ordinal)), "does not name them all.");
    }

    private static string[] Named(string api, string folder) => [.. XmlFile.In($"customapis/{api}/{folder}").Select(file => file.Root.Attr("uniquename"))];
}
