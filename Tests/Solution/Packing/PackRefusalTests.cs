using System.Text;
using System.Xml.Linq;
using CrmExtensions.Packing;

namespace CrmExtensions.Tests.Packing;

/// <summary>What SolutionPackager would leave out with a warning or without a word stops this packer, which says what to do in both languages.</summary>
[TestClass]
public sealed class PackRefusalTests
{
    private const string Customizations = "Other/Customizations.xml";
    private const string Manifest = "Other/Solution.xml";
    private const string Relationships = "Other/Relationships.xml";
    private const string Table = "Entities/wl_Interview/Entity.xml";

    private static string Assembly => XmlFile.In("PluginAssemblies").Single().Place;

    [TestMethod]
    [DataRow("Roles", "Roles")]
    [DataRow("optionsets", "OptionSets")]
    [DataRow("FieldSecurityProfiles", "Other/FieldSecurityProfiles.xml")]
    [DataRow("SolutionPluginAssemblies", "PluginAssemblies")]
    public void A_folder_without_its_placeholder(string placeholder, string folder)
    {
        using var solution = new BrokenSolution();
        solution.Edit(Customizations, root => root.Element(placeholder)!.Remove());

        Only(solution, Customizations, $"<{placeholder} />", folder);
    }

    [TestMethod]
    public void A_part_of_a_table_without_its_placeholder()
    {
        using var solution = new BrokenSolution();
        solution.Edit(Table, root => root.Element("SavedQueries")!.Remove());

        Only(solution, Table, "<SavedQueries />");
    }

    [TestMethod]
    [DataRow(Customizations)]
    [DataRow(Manifest)]
    [DataRow(Relationships)]
    [DataRow(Table)]
    [DataRow("Templates/EmailTemplates.xml")]
    public void A_file_that_is_missing(string place)
    {
        using var solution = new BrokenSolution();
        solution.Delete(place);

        StringAssert.Contains(solution.Complaints()[0].ToString(), place is Relationships ? "Other/Relationships/" : place);
    }

    [TestMethod]
    public void Xml_that_is_broken()
    {
        using var solution = new BrokenSolution();
        solution.Write(Table, Encoding.UTF8.GetBytes("<Entity>\n  <Name>x</Nam>\n</Entity>"));

        Only(solution, Table, "line 2", "Repair");
    }

    [TestMethod]
    public void A_root_component_without_its_part()
    {
        using var solution = new BrokenSolution();
        solution.Edit(Manifest, root => root.Descendants("RootComponents").Single().Add(XElement.Parse("<RootComponent type='9' schemaName='wl_nothing' behavior='0' />")));

        Only(solution, Manifest, "wl_nothing", "type 9");
    }

    [TestMethod]
    public void A_relationship_that_is_not_listed()
    {
        using var solution = new BrokenSolution();
        var name = "";
        solution.Edit(Relationships, root =>
        {
            name = root.Elements().First().Attr("Name");
            root.Elements().First().Remove();
        });

        Only(solution, Relationships, name, "not listed");
    }

    [TestMethod]
    public void A_relationship_that_is_listed_only()
    {
        using var solution = new BrokenSolution();
        solution.Edit(Relationships, root => root.Add(XElement.Parse("<EntityRelationship Name='wl_nowhere' />")));

        Only(solution, Relationships, "wl_nowhere", "defined nowhere");
    }

    [TestMethod]
    public void A_relationship_that_stands_twice()
    {
        using var solution = new BrokenSolution();
        const string File = "Other/Relationships/Account.xml";
        solution.Edit(File, root => root.Add(new XElement(root.Elements().First())));

        Only(solution, File, "stands twice");
    }

    [TestMethod]
    public void A_dll_of_another_version_than_is_registered()
    {
        using var solution = new BrokenSolution();
        solution.Edit(Assembly, root => root.SetAttributeValue("FullName", root.Attr("FullName").Replace("Version=1.", "Version=8.", StringComparison.Ordinal)));

        StringAssert.Contains(solution.Complaints()[0].ToString(), "Version=8.");
    }

    [TestMethod]
    public void A_dll_that_has_not_been_built()
    {
        using var solution = new BrokenSolution();

        StringAssert.Contains(solution.Complaints("nowhere.dll").Single().ToString(), "nowhere.dll");
    }

    [TestMethod]
    public void A_file_name_that_is_not_where_the_dll_goes()
    {
        using var solution = new BrokenSolution();
        solution.Edit(Assembly, root => root.SetElementValue("FileName", "/PluginAssemblies/elsewhere.dll"));

        Only(solution, Assembly, "/PluginAssemblies/elsewhere.dll", Assembly.Replace(".data.xml", "", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("/WebResources/wl_jsx.js", "wl_/js/x.js", DisplayName = "a file name that is not made of name and id")]
    [DataRow("/WebResources/wl_jsmissingjs7D4C0E5B-5755-408A-8B0A-0F1C8D0F7B11", "wl_/js/missing.js", DisplayName = "a content that is not there")]
    public void A_web_resource_that_does_not_fit(string fileName, string name)
    {
        using var solution = new BrokenSolution();
        solution.Write("WebResources/wl_/js/x.js", "1;"u8.ToArray());
        solution.Write("WebResources/wl_/js/x.js.data.xml", Encoding.UTF8.GetBytes(
            $"<WebResource><WebResourceId>{{7d4c0e5b-5755-408a-8b0a-0f1c8d0f7b11}}</WebResourceId><Name>{name}</Name><FileName>{fileName}</FileName></WebResource>"));
        Declare(solution, "WebResources");

        StringAssert.Contains(solution.Complaints()[0].ToString(), name);
    }

    [TestMethod]
    [DataRow("OptionSets/notes.txt")]
    [DataRow("Entities/wl_Interview/Views/x.xml")]
    [DataRow("Sitemaps/x.xml")]
    public void A_file_that_would_not_be_packed(string place)
    {
        using var solution = new BrokenSolution();
        solution.Write(place, "<x />"u8.ToArray());

        Only(solution, place, "would not be packed");
    }

    [TestMethod]
    public void A_folder_that_is_not_there() =>
        StringAssert.Contains(Assert.ThrowsExactly<PackException>(() => new SourceFolder("nowhere")).Message, "nowhere");

    private static void Declare(BrokenSolution solution, string placeholder) => solution.Edit(Customizations, root =>
    {
        if (root.Element(placeholder) is null)
        {
            root.Add(new XElement(placeholder));
        }
    });

    private static void Only(BrokenSolution solution, string place, params string[] words)
    {
        var complaint = solution.Complaints().Single();

        Assert.AreEqual(place, complaint.Place);
        foreach (var word in words)
        {
            StringAssert.Contains(complaint.English, word);
        }

        Assert.IsTrue(complaint.Japanese.Any(sign => sign > '\u3000'));
    }
}
