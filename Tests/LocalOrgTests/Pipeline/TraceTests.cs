using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>What plug-ins trace: kept after a rollback, 10 KB a run, the oldest lines dropped (platform-facts.md 2).</summary>
[TestClass]
public sealed class TraceTests
{
    [TestMethod]
    public void A_trace_outlives_the_rollback_and_has_the_failure()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PreOperation, call => call.Tracing.Trace("first"));
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            call.Tracing.Trace("second");
            throw new InvalidPluginExecutionException("no");
        });

        Some.Refusal(() => org.System.Add(Account.Table));

        var entries = org.Traces.Entries.ToList();
        Assert.HasCount(2, entries);
        Assert.AreEqual("first", entries[0].Text.Trim());
        Assert.IsNull(entries[0].Failure);
        Assert.AreEqual("second", entries[1].Text.Trim());
        Assert.AreEqual("no", entries[1].Failure!.Message);
        Assert.AreEqual("Create", entries[1].Message);
        Assert.AreEqual(nameof(OwnPlugin), entries[1].TypeName);
    }

    [TestMethod]
    public void A_run_that_traces_nothing_and_succeeds_leaves_no_trace()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, _ => { });

        org.System.Add(Account.Table);

        Assert.IsEmpty(org.Traces.Entries);
    }

    [TestMethod]
    public void Of_a_long_trace_the_newest_10_kilobytes_are_kept_in_whole_lines()
    {
        var text = Traced(trace =>
        {
            for (var line = 0; line < 2000; line++)
            {
                trace.Trace($"line {line:D4}");
            }
        });

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd()).ToList();
        Assert.IsLessThanOrEqualTo(10_240, text.Length);
        Assert.IsGreaterThan(10_240 - 20, text.Length);
        Assert.AreEqual("line 1999", lines[^1]);
        Assert.AreEqual($"line {2000 - lines.Count:D4}", lines[0]);
    }

    [TestMethod]
    public void Arguments_are_formatted_the_same_everywhere()
    {
        Assert.AreEqual("1.5 and x", Traced(trace => trace.Trace("{0} and {1}", 1.5m, "x")).Trim());
    }

    [TestMethod]
    public void A_text_with_braces_and_no_arguments_is_kept_as_it_is()
    {
        Assert.AreEqual("{0} { \"json\": true }", Traced(trace => trace.Trace("{0} { \"json\": true }")).Trim());
    }

    [TestMethod]
    public void Jobs_trace_too()
    {
        using var org = Some.Org();
        org.Later("Create", Account.Table, call => call.Tracing.Trace("later"));

        org.System.Add(Account.Table);
        org.RunJobs();

        Assert.AreEqual("later", org.Traces.Entries.Single().Text.Trim());
    }

    private static string Traced(Action<ITracingService> trace)
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, call => trace(call.Tracing));
        org.System.Add(Account.Table);
        return org.Traces.Entries.Single().Text;
    }
}
