namespace CrmExtensions.Tests.Api;

/// <summary>A command line that cannot be meant is refused before anything is sent.</summary>
[TestClass]
public sealed class UsageTests
{
    private const string Url = "https://contoso.crm7.dynamics.com";

    [TestMethod]
    [EachShell("There is no command 'install'", "install")]
    [EachShell("Usage: operator.sh COMMAND")]
    [EachShell("'--poll' is not known to 'sweep'", "sweep", "--poll", "1")]
    [EachShell("'--gate' needs a value", "setup", "--gate")]
    [EachShell("Use one of: on off auto", "setup", "--gate", "maybe")]
    [EachShell("Use one of: en ja", "setup", "--language", "fr")]
    [EachShell("'soon' is no number of seconds for '--timeout'", "setup", "--timeout", "soon")]
    [EachShell("'42' is no id (GUID) for '--opportunity'", "reconcile", "--opportunity", "42")]
    [EachShell("'extra' is not known to 'sweep'", "sweep", "extra")]
    [EachShell("Which org?", "doctor")]
    [EachShell("is no address of an org", "doctor", "--url", "http://contoso.crm7.dynamics.com")]
    [EachShell("is no address of an org", "doctor", "--url", Url + "/main.aspx")]
    [EachShell("is no address of an org", "doctor", "--url", "https://user@contoso.crm7.dynamics.com")]
    [EachShell("is no address of an org", "doctor", "--url", "http://localhost.contoso.com")]
    [EachShell("Name one file: settings FILE", "settings", "--url", Url)]
    public async Task What_is_wrong_is_said(Shell shell, string complaint, params string[] words) =>
        (await shell.Operator.With("DATAVERSE_TOKEN", "x").Run(words)).Ended(2).Complained(complaint);

    [TestMethod]
    [EachShell]
    public async Task Without_a_way_to_sign_in_all_ways_are_named(Shell shell)
    {
        var path = string.Join(Path.PathSeparator, (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(folder => !File.Exists(Path.Combine(folder, "az"))));

        (await shell.Operator.With("PATH", path).Run("installed", "--url", Url)).Ended(2).Complained("DATAVERSE_TOKEN").Complained("az login");
    }

    [TestMethod]
    [EachShell]
    public async Task Help_is_no_complaint(Shell shell) => (await shell.Operator.Run("--help")).Ended(0).Said("Exit codes: 0 done.");
}
