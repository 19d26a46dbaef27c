using System.Text.RegularExpressions;

namespace CrmExtensions.Tests.House;

/// <summary>The tree as a newcomer finds it (architecture.md, opening).</summary>
[TestClass]
public sealed partial class TreeTests
{
    private static readonly string[] Folders = ["Plugins", "Solution", "Tests", "pac-config"];

    private static readonly string[] FilesAtTheTop =
    [
        "CrmExtensions.sln", "README.md", "LICENSE", "Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt",
    ];

    private static readonly string[] Binary = [".snk", ".png", ".ico", ".dll", ".zip"];

    [TestMethod]
    public void At_the_top_are_four_folders_and_a_few_files() => Expect.NoComplaint(
        Repo.Files.Select(file => file.Split('/')).Where(parts => !parts[0].StartsWith('.')),
        parts => Expect.Unless((parts.Length == 1 ? FilesAtTheTop : Folders).Contains(parts[0]), $"{string.Join('/', parts)} does not belong there."));

    [TestMethod]
    public void All_four_folders_are_there() => Expect.All(Folders, folder => Directory.Exists(Repo.Full(folder)), "is missing.");

    [TestMethod]
    public void No_file_knows_the_machine_it_was_written_on() => Expect.NoComplaint(
        Repo.Files.Where(file => !Binary.Contains(Path.GetExtension(file))),
        file => Repo.Text(file).Split('\n').Where(line => MachinePath().IsMatch(line)).Select(line => $"{file}: {line.Trim()}"));

    // A root and a folder of it, as Unix and as Windows write it.
    [GeneratedRegex(@"(^|[^\w.:])/(work|home|Users|root|mnt)/\w|\b[A-Z]:\\\w")]
    private static partial Regex MachinePath();
}
