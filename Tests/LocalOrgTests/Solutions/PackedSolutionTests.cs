using System.IO.Compression;
using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;

namespace CrmExtensions.Tests;

/// <summary>The zip that an administrator imports is the same org as the folder it is packed from.</summary>
[TestClass]
public sealed class PackedSolutionTests
{
    private static string System => Path.Combine(AppContext.BaseDirectory, "SystemTables");

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Its_metadata_are_those_of_the_folder(bool managed)
    {
        using var solution = new SolutionCopy();

        var (folder, zip) = (CatalogReader.Read([System, solution.Folder], ""), CatalogReader.Read([System, solution.Zip(managed)], ""));

        Assert.IsGreaterThan(10_000, CatalogText.Of(folder).Count);
        CollectionAssert.AreEqual(CatalogText.Of(folder).ToArray(), CatalogText.Of(zip).ToArray());
    }

    [TestMethod]
    public void A_difference_in_metadata_would_be_seen()
    {
        using var solution = new SolutionCopy();
        var before = CatalogText.Of(CatalogReader.Read([System, solution.Folder], ""));
        solution.Edit("Entities/wl_Reason/Entity.xml", root => root.Descendants("attribute").First(column => column.Element("MaxLength") is not null).SetElementValue("MaxLength", "7"));

        Assert.HasCount(1, CatalogText.Of(CatalogReader.Read([System, solution.Zip()], "")).Except(before));
    }

    [TestMethod]
    public void Closing_sample_deals_and_completing_an_interview_leave_the_same_rows()
    {
        using var solution = new SolutionCopy();
        using var folder = LocalOrg.FromFolder(solution.Folder, SolutionCopy.Plugins, Demonstration.Options());
        using var zip = LocalOrg.FromZip(solution.Zip(), Demonstration.Options());

        var (inFolder, inZip) = (Demonstration.Of(folder), Demonstration.Of(zip));

        Assert.Contains("100 / 100", inFolder.Story);
        Assert.AreEqual(inFolder.Story, inZip.Story);
        CollectionAssert.IsSubsetOf(new[] { Interview.Table, Rollup.Table, Insight.Table }, inFolder.Rows.Select(row => row.Split(' ')[0]).ToArray());
        CollectionAssert.AreEqual(inFolder.Rows.ToArray(), inZip.Rows.ToArray());
    }

    [TestMethod]
    [DataRow("customizations.xml", "holds no customizations.xml")]
    [DataRow("PluginAssemblies", "0 plug-in assemblies")]
    public void A_zip_without_what_an_org_is_made_of_is_refused(string without, string words)
    {
        using var solution = new SolutionCopy();
        var path = solution.Zip();
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            zip.Entries.Single(entry => entry.FullName.StartsWith(without, StringComparison.Ordinal)).Delete();
        }

        var refusal = Assert.ThrowsExactly<InvalidDataException>(() => LocalOrg.FromZip(path, Some.Options));

        Assert.Contains(path, refusal.Message);
        Assert.Contains(words, refusal.Message);
    }

    [TestMethod]
    public void What_is_no_zip_is_refused()
    {
        using var file = new TempFile();
        File.WriteAllText(file.Path, "This is no zip.");

        Assert.Contains("is no zip", Assert.ThrowsExactly<InvalidDataException>(() => LocalOrg.FromZip(file.Path, Some.Options)).Message);
    }

    [TestMethod]
    public void A_zip_that_is_not_there_is_named() =>
        Assert.Contains("nowhere.zip", Assert.ThrowsExactly<DirectoryNotFoundException>(() => LocalOrg.FromZip("nowhere.zip", Some.Options)).Message);
}
