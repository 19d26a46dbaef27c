using System.Xml.Linq;

namespace CrmExtensions.Tests;

/// <summary>An XML file of the tree; its path is relative to the root.</summary>
internal sealed record XmlFile(string Path, XElement Root)
{
    public const string Source = "Solution/src";
    public const string LateSteps = "pac-config/steps";

    private static readonly Lazy<IReadOnlyList<XmlFile>> Everything = new(() => [.. Repo.FilesIn(Source, ".xml").Select(Load)]);

    /// <summary>All of the unpacked solution.</summary>
    public static IReadOnlyList<XmlFile> All => Everything.Value;

    /// <summary>Its path below Solution/src.</summary>
    public string Place => System.IO.Path.GetRelativePath(Source, Path).Replace('\\', '/');

    public static XmlFile Load(string path) => new(path, XDocument.Load(Repo.Full(path)).Root!);

    /// <summary>The files of one folder of the unpacked solution, and of those below.</summary>
    public static IEnumerable<XmlFile> In(string folder) => All.Where(file => file.Place.StartsWith(folder + "/", StringComparison.Ordinal));

    public static XmlFile At(string place) => All.Single(file => file.Place == place);

    public override string ToString() => Path;
}
