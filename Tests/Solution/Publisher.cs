using System.Globalization;
using System.Xml.Linq;

namespace CrmExtensions.Tests;

/// <summary>What the manifest says about whose solution this is.</summary>
internal static class Publisher
{
    /// <summary>With its underscore, as names begin.</summary>
    public const string Prefix = "wl_";

    /// <summary>How many values a publisher's prefix gives it.</summary>
    public const int Values = 10_000;

    public static XElement Manifest => XmlFile.At("Other/Solution.xml").Root.Element("SolutionManifest")!;

    /// <summary>The first of our choice values.</summary>
    public static int FirstValue => Values * int.Parse(Manifest.Element("Publisher")!.Text("CustomizationOptionValuePrefix"), CultureInfo.InvariantCulture);

    public static bool Owns(int value) => value >= FirstValue && value < FirstValue + Values;
}
