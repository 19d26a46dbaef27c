using System.Text.RegularExpressions;

namespace CrmExtensions.Tests.Texts;

/// <summary>Both scripts say and send the same.</summary>
[TestClass]
public sealed partial class SameWordsTests
{
    [TestMethod]
    [DataRow("setup")]
    [DataRow("setup", "--gate", "on", "--off", "S1", "--language", "ja")]
    [DataRow("doctor", "--language", "ja")]
    [DataRow("data", "--dry-run")]
    [DataRow("--help")]
    public async Task Both_shells_say_and_send_the_same(params string[] words)
    {
        var (bash, powerShell) = (await Run(Shell.Bash, words), await Run(Shell.PowerShell, words));

        Assert.AreEqual(bash.Said, powerShell.Said);
        Assert.AreEqual(bash.Sent, powerShell.Sent);
    }

    private static async Task<(string Said, string Sent)> Run(Shell shell, string[] words)
    {
        await using var org = await Installed.Ready(whole: words[0] == "data");
        var run = await shell.Operator.At(org).Run(words);
        return ($"{run.ExitCode}\n{Port().Replace(run.Output, "")}\n{run.Errors}", string.Join('\n', org.Calls.Select(call => $"{call.Method} {call.Path}{call.Query} {call.Body}")));
    }

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();
}
