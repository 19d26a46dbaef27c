using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmExtensions.Tests;

/// <summary>The form scripts in Solution/src/WebResources, as Node.js finds them.</summary>
[TestClass]
public sealed partial class ScriptTests
{
    private static readonly string[] Amiss = ["fail", "cancelled", "skipped", "todo"];

    public static IEnumerable<object[]> Files => Directory.GetFiles(Tool.Folder, "*.test.js").Order(StringComparer.Ordinal).Select(file => new object[] { Path.GetFileName(file) });

    [TestMethod]
    public void The_scripts_hold_to_the_types_of_the_platform()
    {
        var output = Workshop.Run("node_modules/typescript/bin/tsc", "-p", ".");

        Assert.AreEqual(0, output.ExitCode, output.ToString());
    }

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void The_scripts_do_what_their_tests_say(string file)
    {
        var output = Workshop.Run("--test-reporter=tap", file);

        Assert.AreEqual(0, output.ExitCode, Failures(output));
        Assert.IsGreaterThan(0, Count(output, "pass"), $"No test has run. {output}");
        foreach (var outcome in Amiss)
        {
            Assert.AreEqual(0, Count(output, outcome), $"{outcome}: {output}");
        }
    }

    private static int Count(ToolOutput output, string outcome) =>
        int.Parse(Regex.Match(output.Said, $@"^# {outcome} (\d+)", RegexOptions.Multiline).Groups[1].Value, CultureInfo.InvariantCulture);

    // Of the Test Anything Protocol only what went wrong; of a script that breaks off there is none.
    private static string Failures(ToolOutput output)
    {
        var failed = NotOk().Matches(output.Said).Select(match => match.Value).ToList();
        return failed.Count == 0 ? output.ToString() : string.Join('\n', failed);
    }

    [GeneratedRegex(@"^not ok .*?(?=^ok |^not ok |^1\.\.|^# )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NotOk();
}
