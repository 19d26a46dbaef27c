using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace CrmExtensions.Tests.Deployment;

/// <summary>The pipelines, as far as that can be seen without a server to run them.</summary>
[TestClass]
public sealed partial class PipelineTests
{
    private static IEnumerable<string> Files => Repo.FilesIn("pac-config/pipelines", ".yml");

    [TestMethod]
    public void Both_services_release_deploy_and_sweep() => Expect.All(
        new[] { "azure-devops/azure-pipelines.yml", "azure-devops/deployment.yml", "azure-devops/sweep.yml", "github/release.yml", "github/deployment.yml", "github/sweep.yml" }.Select(name => $"pac-config/pipelines/{name}"),
        Files.Contains, "is missing.");

    [TestMethod]
    public void Every_pipeline_is_one_readable_document() => Expect.All(Files, file => Read(file).RootNode is YamlMappingNode, "is no mapping.");

    [TestMethod]
    public void A_pipeline_calls_only_scripts_that_exist() => Expect.NoComplaint(Files, file =>
        from script in Script().Matches(Repo.Text(file)).Select(match => match.Value)
        where !Repo.Files.Any(found => found == script || found == $"pac-config/{script}")
        select $"{file} calls {script}.");

    [TestMethod]
    public void A_pipeline_gives_the_scripts_only_commands_they_have() => Expect.NoComplaint(Files, file =>
        from call in Call().Matches(Repo.Text(file))
        where !Repo.Text($"pac-config/{call.Groups["script"].Value}").Contains($"{call.Groups["command"].Value}", StringComparison.Ordinal)
        select $"{file}: {call.Value}");

    [TestMethod]
    public void A_pipeline_calls_only_templates_that_lie_beside_it() => Expect.NoComplaint(Files, file =>
        from template in Template().Matches(Repo.Text(file)).Select(match => match.Groups["name"].Value)
        where !Files.Contains($"{Path.GetDirectoryName(file)!.Replace('\\', '/')}/{template}")
        select $"{file} calls {template}.");

    [TestMethod]
    public void No_pipeline_holds_or_asks_for_a_secret() => Expect.NoComplaint(Files, file =>
        Secret().Matches(Repo.Text(file)).Select(match => $"{file}: {match.Value}"));

    [TestMethod]
    public void Production_comes_after_test_and_waits_in_an_environment_of_its_own() => Expect.NoComplaint(
    [
        .. Expect.Unless(Repo.Text("pac-config/pipelines/github/release.yml").Contains("needs: test", StringComparison.Ordinal), "GitHub does not wait for test."),
        .. Expect.Unless(Repo.Text("pac-config/pipelines/azure-devops/azure-pipelines.yml").Contains("after: test", StringComparison.Ordinal), "Azure DevOps does not wait for test."),
        .. Files.Where(file => file.EndsWith("deployment.yml", StringComparison.Ordinal)).SelectMany(file => Expect.Unless(Repo.Text(file).Contains("environment: crm-${{", StringComparison.Ordinal), $"{file} has no environment.")),
    ]);

    [TestMethod]
    public void What_is_built_is_built_with_the_genuine_SDK_and_no_import_enables_steps()
    {
        Expect.All(Files.Where(file => Repo.Text(file).Contains("dotnet build", StringComparison.Ordinal)), file => Repo.Text(file).Contains("DataverseSdk: nuget", StringComparison.Ordinal), "builds with the contract.");
        Expect.All(Files, file => !Repo.Text(file).Contains("activate-plugins", StringComparison.Ordinal) && !Repo.Text(file).Contains("PublishWorkflows: true", StringComparison.Ordinal), "enables steps before the keys are active.");
    }

    private static YamlDocument Read(string file)
    {
        var stream = new YamlStream();
        using var text = new StringReader(Repo.Text(file));
        stream.Load(text);
        return stream.Documents.Single();
    }

    [GeneratedRegex(@"(pac-config/|\.ci/)[\w/-]+(\.sh|\.ps1)?(?= |$)|\b\w+\.sh\b", RegexOptions.Multiline)]
    private static partial Regex Script();

    [GeneratedRegex(@"(?<script>(operator|deploy)\.sh) (?<command>[a-z]+)")]
    private static partial Regex Call();

    [GeneratedRegex(@"(template: |workflows/)(?<name>[\w-]+\.yml)")]
    private static partial Regex Template();

    [GeneratedRegex(@"secrets\.\w+|clientSecret|CLIENT_SECRET|password", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
