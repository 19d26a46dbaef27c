using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests.Api;

/// <summary>Signing in: by what the environment gives, and so that nobody else learns it.</summary>
[TestClass]
public sealed class SignInTests
{
    [TestMethod]
    [EachShell]
    public async Task Client_credentials_are_exchanged_for_a_token_whatever_characters_they_have(Shell shell)
    {
        await using var org = await Installed.Ready();

        (await Application(shell, org).Run("installed")).Ended(0).NeverSaid(SignIn.Secret).NeverSaid("eyJ");

        Assert.AreEqual(1, org.SignIn.Given);
    }

    [TestMethod]
    [EachShell]
    public async Task A_token_that_expires_during_a_long_run_is_renewed(Shell shell)
    {
        await using var org = await Installed.Ready();
        org.Mishaps.Add(new Mishap(call => call.Path == "solutioncomponents", 401));

        (await Application(shell, org).Run("installed")).Ended(0);

        Assert.AreEqual(2, org.SignIn.Given);
    }

    [TestMethod]
    [EachShell]
    public async Task A_wrong_secret_is_told_by_the_words_of_the_sign_in(Shell shell)
    {
        await using var org = await Installed.Ready();

        (await Application(shell, org).With("DATAVERSE_CLIENT_SECRET", "wrong").Run("installed")).Ended(6).Complained("AADSTS7000215");
    }

    [TestMethod]
    [EachShell("DATAVERSE_TENANT_ID")]
    [EachShell("DATAVERSE_CLIENT_ID")]
    [EachShell("DATAVERSE_CLIENT_SECRET")]
    public async Task The_variable_that_is_missing_is_named(Shell shell, string variable)
    {
        await using var org = await Installed.Ready();

        (await Application(shell, org).With(variable, "").Run("installed")).Ended(2).Complained($"{variable} is not set");
    }

    [TestMethod]
    [EachShell]
    public async Task A_token_that_is_refused_ends_the_run_with_what_to_do_and_is_not_shown(Shell shell)
    {
        await using var org = await Installed.Ready();

        (await shell.Operator.At(org).With("DATAVERSE_TOKEN", "eyJ.old.token").Run("installed")).Ended(6).Complained("(401)").Complained("the token has expired").NeverSaid("eyJ");
    }

    [TestMethod]
    [EachShell]
    public async Task A_token_with_more_than_a_token_in_it_is_not_sent(Shell shell)
    {
        await using var org = await Installed.Ready();

        (await shell.Operator.At(org).With("DATAVERSE_TOKEN", "eyJ\"\nheader = \"x: y").Run("installed")).Ended(2).Complained("characters that no token has");

        Assert.IsEmpty(org.Calls);
    }

    [TestMethod]
    [EachShell]
    public async Task The_signed_in_Azure_CLI_is_asked_for_a_token_of_this_org(Shell shell)
    {
        await using var org = await Installed.Ready();
        using var tools = TestFolder.OfTool("az", $$"""
            #!/bin/sh
            [ "$*" = "account get-access-token --resource {{org.Url}} --query accessToken --output tsv" ] && printf '%s\r\n' '{{Dataverse.Token}}'
            """);

        (await AzureCli(shell, tools).Run("installed", "--url", org.Url)).Ended(0);
    }

    [TestMethod]
    [EachShell]
    public async Task An_Azure_CLI_that_is_not_signed_in_is_said_to_be_so(Shell shell)
    {
        await using var org = await Installed.Ready();
        using var tools = TestFolder.OfTool("az", "#!/bin/sh\nexit 1\n");

        (await AzureCli(shell, tools).Run("installed", "--url", org.Url)).Ended(6).Complained("az login");
    }

    [TestMethod]
    [EachShell]
    public async Task Secrets_are_in_nobodys_command_line(Shell shell)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("The command lines of other programs are read from /proc, which is Linux's.");
        }

        await using var org = await Installed.Ready();
        var (signingIn, reading) = (Held(org, call => call.Path.EndsWith("/token", StringComparison.Ordinal)), Held(org, call => call.Path == "solutions"));

        using var first = Application(shell, org).Begin("installed");
        await signingIn.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Expect.NoComplaint(CommandLines().Where(line => line.Contains("s3cret", StringComparison.Ordinal)));
        first.Kill(entireProcessTree: true);

        using var second = shell.Operator.At(org).Begin("installed");
        await reading.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Expect.NoComplaint(CommandLines().Where(line => line.Contains(Dataverse.Token, StringComparison.Ordinal)));
        second.Kill(entireProcessTree: true);
    }

    private static TaskCompletionSource Held(Dataverse org, Func<Call, bool> which)
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        org.Mishaps.Add(new Mishap(which, 0) { Came = came });
        return came;
    }

    private static IEnumerable<string> CommandLines()
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            string? line = null;
            try
            {
                line = File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }

            if (line is not null)
            {
                yield return line;
            }
        }
    }

    private static Script AzureCli(Shell shell, TestFolder tools) => shell.Operator.With("PATH", tools.BeforePath);

    private static Script Application(Shell shell, Dataverse org) => shell.Operator
        .With("DATAVERSE_URL", org.Url)
        .With("DATAVERSE_LOGIN_URL", org.Url + "/")
        .With("DATAVERSE_TENANT_ID", SignIn.Tenant)
        .With("DATAVERSE_CLIENT_ID", SignIn.Client)
        .With("DATAVERSE_CLIENT_SECRET", SignIn.Secret);
}
