using System.Xml.Linq;
using CrmExtensions.Tests.ReferenceData;
using CrmExtensions.Tests.Registration;

namespace CrmExtensions.Tests.Files;

/// <summary>An id is chosen once, for one thing, and kept for ever.</summary>
[TestClass]
public sealed class UniqueIdTests
{
    private static readonly string[] Attributes = ["SdkMessageProcessingStepId", "PluginAssemblyId", "PluginTypeId", "fieldsecurityprofileid", "uniqueid", "libraryUniqueId", "handlerUniqueId"];
    private static readonly string[] Elements = ["SdkMessageProcessingStepImageId", "savedqueryid", "savedqueryvisualizationid", "formid", "FormId", "WebResourceId"];

    // Elements whose plain id is a new one; elsewhere an id is a reference, as in root components.
    private static readonly string[] WithId = ["Role", "tab", "section", "cell", "header", "footer", "record"];

    private static IEnumerable<(Guid Id, XmlFile File)> Given =>
        from file in XmlFile.All.Concat(StepXml.Late.Select(step => step.File)).Append(SeedData.Rows)
        from text in Ids(file.Root)
        select (Guid.TryParse(text, out var id) ? id : throw new AssertFailedException($"{file} has the id '{text}', which is none."), file);

    [TestMethod]
    public void No_id_is_given_twice() => Expect.NoComplaint(Given.GroupBy(given => given.Id), given =>
        Expect.Unless(given.Count() == 1, $"{given.Key} is given in {string.Join(" and ", given.Select(place => place.File))}."));

    [TestMethod]
    public void No_id_of_ours_is_one_of_the_platforms() => Expect.NoComplaint(Given, given =>
        Expect.Unless(!StepXml.KnownMessages.ContainsKey(given.Id.ToString()), $"{given.File} gives {given.Id} to something of its own."));

    private static IEnumerable<string> Ids(XElement root) =>
    [
        .. root.DescendantsAndSelf().Attributes().Where(attribute => Attributes.Contains(attribute.Name.LocalName)).Select(attribute => attribute.Value),
        .. root.DescendantsAndSelf().Where(element => Elements.Contains(element.Name.LocalName) && IsDefinition(element)).Select(element => element.Value),
        .. root.DescendantsAndSelf().Where(element => WithId.Contains(element.Name.LocalName) && !IsMapped(element)).Attributes("id").Select(id => id.Value),
    ];

    // An app names the roles that it opens to.
    private static bool IsMapped(XElement element) => element.Parent?.Name == "AppModuleRoleMaps";

    // An app names its icon by the id of a web resource.
    private static bool IsDefinition(XElement element) => element.Name != "WebResourceId" || element.Parent!.Name == "WebResource";
}
