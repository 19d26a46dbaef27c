using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CrmExtensions.Tests.ReferenceData;
using CrmExtensions.Tests.Registration;
using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.Files;

/// <summary>The packer goes by names of files and folders; what it does not recognise, it leaves out without a word.</summary>
[TestClass]
public sealed partial class FileTests
{
    private static readonly XNamespace Xmlns = XNamespace.Xmlns;

    [TestMethod]
    public void Every_file_lies_where_the_packer_looks_and_is_called_what_it_is_called_inside() =>
        Expect.NoComplaint(XmlFile.All, FileKind.Complaints);

    [TestMethod]
    public void Nothing_else_lies_in_the_solution() => Expect.NoComplaint(
        Repo.FilesIn(XmlFile.Source, ""),
        file => Expect.Unless(file.EndsWith(".xml", StringComparison.Ordinal) || EmailText().IsMatch(file) || File.Exists(Repo.Full(file + ".data.xml")), $"{file} is no XML and has none beside it."));

    [TestMethod]
    public void A_late_step_is_called_by_its_id() => Expect.All(
        StepXml.Late,
        step => step.File.Path == $"{XmlFile.LateSteps}/{step.Id}.xml" && LowerCaseId().IsMatch(step.Id),
        "is not.");

    [TestMethod]
    public void A_table_has_one_spelling_everywhere() => Expect.NoComplaint(TableXml.All, table =>
    [
        .. Expect.Unless(table.Folder == table.SchemaName, $"{table} lies in the folder {table.Folder}."),
        .. Expect.Unless(table.Entity.Attr("Name") == table.SchemaName, $"{table} has an entity called {table.Entity.Attr("Name")}."),
    ]);

    [TestMethod]
    public void Every_file_is_utf_8_and_ends_with_a_line_feed() => Expect.NoComplaint(XmlFile.All.Concat(SeedData.Files), file =>
    {
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(Repo.Full(file.Path)));
        return Expect.Unless(text.EndsWith('\n') && !text.Contains('\r', StringComparison.Ordinal), $"{file} does not, or has carriage returns.");
    });

    [TestMethod]
    public void A_component_declares_the_instance_namespace_unless_it_is_stored_verbatim() => Expect.NoComplaint(XmlFile.All, file =>
    {
        var verbatim = char.IsLower(file.Place[0]) || file.Place.StartsWith("Templates/EmailDocuments/", StringComparison.Ordinal);
        return Expect.Unless(verbatim != (file.Root.Attribute(Xmlns + "xsi") is not null), $"{file} does the opposite.");
    });

    [TestMethod]
    public void There_are_no_comments_which_the_packer_may_drop_or_choke_on() => Expect.NoComplaint(XmlFile.All.Concat(SeedData.Files), file =>
        Expect.Unless(!file.Root.DescendantNodes().Any(node => node is XComment or XProcessingInstruction), $"{file} has some."));

    [GeneratedRegex("/Templates/EmailDocuments/[0-9]{4}/\\{[0-9a-f-]{36}\\}/(body|subject)\\.xsl$")]
    private static partial Regex EmailText();

    [GeneratedRegex("^\\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\}$")]
    private static partial Regex LowerCaseId();
}
