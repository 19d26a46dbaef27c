using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CrmExtensions.Tests.Files;

/// <summary>Solution.xml and Customizations.xml: version, languages, publisher (solution-anatomy.md 2, 3).</summary>
[TestClass]
public sealed partial class ManifestTests
{
    [TestMethod]
    public void The_version_is_the_changelogs_newest() =>
        Assert.AreEqual(Newest().Match(Repo.Text("Solution/CHANGELOG.md")).Value + ".0", Publisher.Manifest.Text("Version"));

    [TestMethod]
    public void Both_languages_are_announced() => Assert.AreEqual(
        "1033 1041",
        string.Join(' ', XmlFile.At("Other/Customizations.xml").Root.Elements("Languages").Elements("Language").Select(language => language.Value)));

    [TestMethod]
    public void The_base_language_is_english() => Assert.AreEqual("1033", XmlFile.At("Other/Solution.xml").Root.Attr("languagecode"));

    [TestMethod]
    public void The_source_serves_both_kinds_of_package_and_claims_no_dependency()
    {
        Assert.AreEqual("2", Publisher.Manifest.Text("Managed"));
        Assert.IsTrue(Publisher.Manifest.Element("MissingDependencies")!.IsEmpty);
    }

    [TestMethod]
    public void The_publisher_is_the_one_that_names_and_values_are_made_of()
    {
        var publisher = Publisher.Manifest.Element("Publisher")!;

        Assert.AreEqual(("crmextensions", "wl", "72700"), (publisher.Text("UniqueName"), publisher.Text("CustomizationPrefix"), publisher.Text("CustomizationOptionValuePrefix")));
    }

    [GeneratedRegex(@"(?m)(?<=^## )\d+\.\d+\.\d+")]
    private static partial Regex Newest();
}
