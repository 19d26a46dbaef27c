namespace CrmExtensions.Tests;

/// <summary>A text that somebody has looked at and approved: the difference is what a change ships.</summary>
internal static class Approval
{
    /// <summary>Set to any text to approve what is there now: APPROVE=1 dotnet test Tests/Solution.</summary>
    private const string Switch = "APPROVE";

    /// <summary>Fails with the lines that are new and those that are gone.</summary>
    /// <param name="file">Of the approved text, below the root.</param>
    /// <param name="found">What is there now, in a fixed order.</param>
    public static void Check(string file, IReadOnlyList<string> found)
    {
        if (Environment.GetEnvironmentVariable(Switch) is { Length: > 0 })
        {
            File.WriteAllText(Repo.Full(file), string.Join('\n', found) + "\n");
        }

        var approved = File.Exists(Repo.Full(file)) ? Repo.Text(file).TrimEnd('\n').Split('\n') : [];
        Expect.NoComplaint(
        [
            .. found.Except(approved).Select(line => $"+ {line}"),
            .. approved.Except(found).Select(line => $"- {line}"),
            .. Expect.Unless(found.SequenceEqual(approved), $"{file} differs. If that is what shall ship, approve it: {Switch}=1 dotnet test Tests/Solution"),
        ]);
    }
}
