using System.Xml.Linq;
using CrmExtensions.Tests.Packing;

namespace CrmExtensions.Tests.Validation;

/// <summary>The command that holds the package against the platform's schemas, tried with a schema of our own.</summary>
[TestClass]
public sealed class SchemaCheckTests
{
    private const string Head = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">""";

    [TestMethod]
    public void What_the_schema_does_not_know_is_told_with_its_place()
    {
        using var schemas = new SchemaFolder($"""{Head}<xs:element name="ImportExportXml"><xs:complexType><xs:sequence><xs:element name="Roles"/></xs:sequence></xs:complexType></xs:element></xs:schema>""");

        Assert.IsEmpty(SchemaCheck.Complaints(XElement.Parse("<ImportExportXml><Roles/></ImportExportXml>"), schemas.Path));
        Assert.StartsWith("ImportExportXml/Entities: ", SchemaCheck.Complaints(XElement.Parse("<ImportExportXml><Entities/></ImportExportXml>"), schemas.Path).Single());
    }

    [TestMethod]
    public void What_exports_have_had_since_is_no_complaint_and_the_package_itself_stays_as_it_is()
    {
        using var schemas = new SchemaFolder($"""{Head}<xs:element name="ImportExportXml"><xs:complexType><xs:sequence/></xs:complexType></xs:element></xs:schema>""");
        var packed = XElement.Parse("""<ImportExportXml><OptimizedFor headerdensity="x" /></ImportExportXml>""");

        Assert.IsEmpty(SchemaCheck.Complaints(packed, schemas.Path));
        Assert.IsNotNull(packed.Element("OptimizedFor"));
    }

    [TestMethod]
    public void A_folder_without_the_schema_is_refused_with_what_to_give()
    {
        var missing = Assert.ThrowsExactly<FileNotFoundException>(() => SchemaCheck.Complaints(Shipped.Document(managed: false, "customizations.xml"), "nowhere"));

        Assert.Contains("CustomizationsSolution.xsd", missing.Message);
    }
}
