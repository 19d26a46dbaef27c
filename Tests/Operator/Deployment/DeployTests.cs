namespace CrmExtensions.Tests.Deployment;

/// <summary>The command lines that are given to pac; that pac takes them, only pac can show.</summary>
[TestClass]
public sealed class DeployTests
{
    private static readonly string Version = Repo.Text("Solution/CHANGELOG.md").Split('\n').First(line => line.StartsWith("## ", StringComparison.Ordinal))[3..].Trim();

    [TestMethod]
    [EachShell("solution import --path ROOT/.artifacts/packages/CrmExtensions_VERSION_managed.zip --settings-file ROOT/pac-config/environments/test/deployment-settings.json --async --max-async-wait-time 60", "import", "--for", "test")]
    [EachShell("solution import --path ROOT/.artifacts/packages/CrmExtensions_VERSION_managed.zip --settings-file ROOT/pac-config/environments/prod/deployment-settings.json --async --max-async-wait-time 60 --stage-and-upgrade", "upgrade", "--for", "prod")]
    [EachShell("solution import --path ROOT/.artifacts/packages/CrmExtensions_VERSION_managed.zip --settings-file ROOT/pac-config/environments/prod/deployment-settings.json --async --max-async-wait-time 60 --import-as-holding", "hold", "--for", "prod")]
    [EachShell("solution import --path ROOT/.artifacts/packages/CrmExtensions_VERSION.zip --settings-file ROOT/pac-config/environments/dev/deployment-settings.json --async --max-async-wait-time 60 --publish-changes", "import", "--for", "dev", "--unmanaged")]
    [EachShell("solution upgrade --solution-name CrmExtensions --async --max-async-wait-time 60", "apply")]
    [EachShell("plugin push --pluginId 13dbec9f-184a-5302-af97-7019f1380f1a --pluginFile ROOT/.artifacts/bin/CrmExtensions.Plugins/release/CrmExtensionsPlugins.dll --type Assembly", "push")]
    public async Task What_goes_to_an_org_says_first_to_which(Shell shell, string line, params string[] words) =>
        (await shell.Deploy.Run([.. words, "--dry-run"])).Ended(0).Said("+ pac org who").Said("+ pac " + line.Replace("ROOT", Repo.Root.TrimEnd('/'), StringComparison.Ordinal).Replace("VERSION", Version, StringComparison.Ordinal));

    [TestMethod]
    [EachShell("+ dotnet build ROOT/Solution --configuration Release", "pack")]
    [EachShell("+ pac solution check --path ROOT/.artifacts/packages/CrmExtensions_VERSION_managed.zip --geo Japan --outputDirectory ROOT/.artifacts/check", "check")]
    public async Task Packing_and_checking_go_to_no_org(Shell shell, string line, string command) =>
        (await shell.Deploy.Run(command, "--dry-run")).Ended(0).Said(line.Replace("ROOT", Repo.Root.TrimEnd('/'), StringComparison.Ordinal).Replace("VERSION", Version, StringComparison.Ordinal)).NeverSaid("org who");

    [TestMethod]
    [EachShell]
    public async Task What_pac_is_given_is_what_was_shown_and_its_exit_code_is_kept(Shell shell)
    {
        using var tools = TestFolder.OfTool("pac", "#!/bin/sh\nprintf '%s|' \"$@\"\nif [ \"$1\" = solution ]; then exit 7; fi\n");
        using var files = TestFolder.Of(("a package.zip", "x"));

        (await With(shell, tools).Run("upgrade", "--for", "dev", "--zip", files["a package.zip"])).Ended(7).Said("org|who|").Said($"solution|import|--path|{files["a package.zip"]}|--settings-file|");
    }

    [TestMethod]
    [EachShell("Whose settings? Give --for dev", "import")]
    [EachShell("/environments/nowhere/deployment-settings.json is not there", "import", "--for", "nowhere")]
    [EachShell("no-such.zip is not there. Make it first", "import", "--for", "dev", "--zip", "no-such.zip")]
    [EachShell("no-such.dll is not there. Build it first", "push", "--dll", "no-such.dll")]
    [EachShell("'--for' is not known to 'apply'", "apply", "--for", "dev")]
    [EachShell("'--zip' needs a value", "check", "--zip")]
    [EachShell("There is no command 'install'", "install")]
    [EachShell("Usage: deploy.sh COMMAND")]
    public async Task What_is_missing_or_wrong_is_said_before_pac_is_called(Shell shell, string complaint, params string[] words)
    {
        using var tools = TestFolder.OfTool("pac", "#!/bin/sh\necho CALLED\n");

        (await With(shell, tools).Run(words)).Ended(2).Complained(complaint).NeverSaid("CALLED");
    }

    [TestMethod]
    [EachShell]
    public async Task Where_pac_data_does_not_run_the_other_way_is_named(Shell shell)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("On Windows pac data runs.");
        }

        (await shell.Deploy.Run("data")).Ended(2).Complained("operator.sh data");
    }

    [TestMethod]
    [EachShell]
    public async Task Without_pac_its_installation_is_named(Shell shell)
    {
        var path = string.Join(Path.PathSeparator, (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(folder => !File.Exists(Path.Combine(folder, "pac"))));

        (await shell.Deploy.With("PATH", path).Run("apply")).Ended(2).Complained("dotnet tool install --global Microsoft.PowerApps.CLI.Tool");
    }

    private static Script With(Shell shell, TestFolder tools) => shell.Deploy.With("PATH", tools.BeforePath);
}
