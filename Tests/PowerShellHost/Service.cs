using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json;

namespace CrmExtensions.Tests;

/// <summary>Runs scripts in runspaces of their own, one after another; JSON in, JSON out, a line each.</summary>
internal static class Service
{
    // Native programs write to the pipeline here, to the console under pwsh.
    private const string Runner = """
        param($file, $words)
        $global:LASTEXITCODE = 0
        & $file @words | ForEach-Object { [Console]::Out.WriteLine("$_") }
        $global:LASTEXITCODE
        """;

    public static int Run(TextReader errands, TextWriter answers)
    {
        while (errands.ReadLine() is { } line)
        {
            answers.WriteLine(JsonSerializer.Serialize(Run(JsonSerializer.Deserialize<Errand>(line)!)));
            answers.Flush();
        }

        return 0;
    }

    private static Answer Run(Errand errand)
    {
        var before = errand.Variables.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Set(errand.Variables);
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            return new Answer(ExitCode(errand, errors), output.ToString(), errors.ToString());
        }
        finally
        {
            Set(before);
        }
    }

    private static int ExitCode(Errand errand, StringWriter errors)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(Runner).AddArgument(errand.File).AddArgument(errand.Words.ToArray());
        try
        {
            var left = shell.Invoke();
            foreach (var error in shell.Streams.Error)
            {
                errors.WriteLine(error);
            }

            return left.LastOrDefault()?.BaseObject is int code ? code : -1;
        }
        catch (RuntimeException error)
        {
            errors.WriteLine(error);
            return 1;
        }
    }

    private static void Set(IReadOnlyDictionary<string, string?> variables)
    {
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
