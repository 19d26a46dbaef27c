using System.Diagnostics;
using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests.Api;

/// <summary>What the scripts make of answers that say no, or wait, or nonsense.</summary>
[TestClass]
public sealed class AnswerTests
{
    private const string Refusal = """{"error":{"code":"0x80040220","message":"Principal user is missing prvReadSdkMessageProcessingStep privilege"}}""";

    [TestMethod]
    [EachShell(429)]
    [EachShell(503)]
    public async Task A_busy_org_is_asked_again_after_as_long_as_it_says(Shell shell, int status)
    {
        await using var org = await Installed.Ready();
        org.Mishaps.Add(new Mishap(call => call.Path == "solutioncomponents", status) { RetryAfter = "2" });
        var watch = Stopwatch.StartNew();

        (await shell.Operator.At(org).Run("installed")).Ended(0).Complained($"The org is busy ({status}). Trying again in 2 s.");

        Assert.IsGreaterThanOrEqualTo(TimeSpan.FromSeconds(2), watch.Elapsed);
        Assert.HasCount(2, org.Calls.Where(call => call.Path == "solutioncomponents"));
    }

    [TestMethod]
    [EachShell]
    public async Task An_org_that_stays_busy_is_left_in_peace_in_the_end(Shell shell)
    {
        await using var org = await Installed.Ready();
        org.Mishaps.Add(new Mishap(_ => true, 429) { RetryAfter = "0", Times = int.MaxValue, Body = """{"error":{"code":"0x80072322","message":"Number of requests exceeded the limit of 6000 over time window of 300 seconds."}}""" });

        (await shell.Operator.At(org).Run("installed")).Ended(1).Complained("0x80072322 Number of requests exceeded").Complained("the org stayed busy");

        Assert.HasCount(8, org.Calls);
    }

    [TestMethod]
    [EachShell(403, 6, "the message names the privilege")]
    [EachShell(400, 1, "put right what the message names")]
    [EachShell(404, 1, "what was asked for is not in this org")]
    [EachShell(500, 1, "put right what the message names")]
    public async Task A_refusal_is_shown_with_code_message_and_what_to_do(Shell shell, int status, int exitCode, string advice)
    {
        await using var org = await Installed.Ready();
        org.Mishaps.Add(new Mishap(_ => true, status) { Body = Refusal });

        (await shell.Operator.At(org).Run("installed")).Ended(exitCode)
            .Complained($"The org refused GET solutions ({status}): 0x80040220 Principal user is missing prvReadSdkMessageProcessingStep privilege")
            .Complained(advice);
    }

    [TestMethod]
    [EachShell]
    public async Task A_refused_change_ends_the_run_there(Shell shell)
    {
        await using var org = await Installed.Ready();
        org.Mishaps.Add(new Mishap(call => call.IsWrite && org.Writes.Count() == 2, 400) { Body = Refusal });

        (await shell.Operator.At(org).Run("setup")).Ended(1).Complained("The org refused PATCH sdkmessageprocessingsteps(");

        Assert.HasCount(2, org.Writes);
    }

    [TestMethod]
    [EachShell(200, "<html>Sign in</html>")]
    [EachShell(200, "")]
    [EachShell(200, "[]")]
    public async Task An_answer_that_is_none_of_the_Web_API_is_not_taken_for_one(Shell shell, int status, string body)
    {
        await using var org = await Installed.Ready();
        org.Mishaps.Add(new Mishap(_ => true, status) { Body = body });

        (await shell.Operator.At(org).Run("installed")).Ended(1).Complained("is not what the Web API gives");
    }

    [TestMethod]
    [EachShell]
    public async Task A_redirection_is_not_followed_with_the_token(Shell shell)
    {
        await using var org = await Installed.Ready();
        org.Mishaps.Add(new Mishap(_ => true, 302) { Times = int.MaxValue });

        Assert.AreEqual(1, (await shell.Operator.At(org).Run("installed")).ExitCode);

        Expect.All(org.Calls, call => call.Path == "solutions", "went elsewhere.");
    }

    [TestMethod]
    [EachShell]
    public async Task A_next_page_elsewhere_is_not_fetched(Shell shell)
    {
        await using var org = await Installed.Ready();
        await using var elsewhere = await Installed.Ready();
        org.Mishaps.Add(new Mishap(_ => true, 200) { Body = $$"""{"value":[],"@odata.nextLink":"{{elsewhere.Url}}/api/data/v9.2/solutions"}""" });

        (await shell.Operator.At(org).Run("installed")).Ended(1).Complained("is not what the Web API gives");

        Assert.IsEmpty(elsewhere.Calls);
    }

    [TestMethod]
    [EachShell]
    public async Task An_org_that_cannot_be_reached_is_named(Shell shell)
    {
        string url;
        await using (var gone = await Dataverse.Start())
        {
            url = gone.Url;
        }

        (await shell.Operator.With("DATAVERSE_TOKEN", "x").Run("installed", "--url", url)).Ended(1).Complained($"{url}/api/data/v9.2/solutions cannot be reached");
    }
}
