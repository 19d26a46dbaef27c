namespace CrmExtensions.Tests;

/// <summary>What a script left.</summary>
public sealed record Outcome(int ExitCode, string Output, string Errors)
{
    /// <summary>Its exit code was this one; a failure shows all that it said.</summary>
    public Outcome Ended(int exitCode)
    {
        Assert.AreEqual(exitCode, ExitCode, ToString());
        return this;
    }

    public Outcome Said(string text)
    {
        StringAssert.Contains(Output, text, ToString());
        return this;
    }

    public Outcome Complained(string text)
    {
        StringAssert.Contains(Errors, text, ToString());
        return this;
    }

    public Outcome NeverSaid(string text)
    {
        Assert.DoesNotContain(text, Output + Errors, ToString());
        return this;
    }

    public override string ToString() => $"Exit code {ExitCode}.\n{Output}\n{Errors}";
}
