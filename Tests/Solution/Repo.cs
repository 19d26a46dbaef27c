namespace CrmExtensions.Tests;

/// <summary>The working tree these tests were built from.</summary>
internal static class Repo
{
    /// <summary>The folder of the solution file. Found upwards from the DLL: the compiler maps source paths away.</summary>
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    private static Lazy<IReadOnlyList<string>> Everything { get; } = new(() => [.. Walk(new DirectoryInfo(Root)).Order(StringComparer.Ordinal)]);

    /// <summary>All files that git keeps or would keep, relative to the root.</summary>
    public static IReadOnlyList<string> Files => Everything.Value;

    /// <summary>The files below a folder whose names end so.</summary>
    public static IEnumerable<string> FilesIn(string folder, params string[] endings) => Files
        .Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal))
        .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    public static string Full(string file) => Path.Combine(Root, file);

    public static string Text(string file) => File.ReadAllText(Full(file));

    private static string Above(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds CrmExtensions.sln."),
        _ when File.Exists(Path.Combine(folder.FullName, "CrmExtensions.sln")) => folder.FullName,
        _ => Above(folder.Parent),
    };

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !Ignored(entry)))
        {
            if (entry is DirectoryInfo below)
            {
                foreach (var file in Walk(below))
                {
                    yield return file;
                }
            }
            else
            {
                yield return Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/');
            }
        }
    }

    private static bool Ignored(FileSystemInfo entry) => entry.Name == ".git" || GitIgnore.Value.Any(line => entry is DirectoryInfo
        ? line == entry.Name + "/"
        : line.StartsWith('*') && entry.Name.EndsWith(line[1..], StringComparison.Ordinal));

    // Folders and endings are all that our .gitignore has.
    private static Lazy<string[]> GitIgnore { get; } = new(() => File.ReadAllLines(Path.Combine(Root, ".gitignore")));
}
