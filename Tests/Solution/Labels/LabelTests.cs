using System.Xml.Linq;

namespace CrmExtensions.Tests.Labels;

/// <summary>Japanese and English are equals: every text in both (product.md 2).</summary>
[TestClass]
public sealed class LabelTests
{
    private static readonly string[] Both = [LabelGroup.English, LabelGroup.Japanese];

    // Japanese texts that hold no Japanese character, each with the reason.
    private static IReadOnlyDictionary<string, string> Foreign { get; } = new Dictionary<string, string>
    {
        ["CRM Extensions"] = "the name of the publisher is the same everywhere",
    };

    // Which texts a component must have: the element that is named, and the one that holds its name.
    private static readonly (string Component, string Texts)[] Named =
    [
        ("SolutionManifest", "LocalizedNames"), ("entity", "LocalizedNames"), ("entity", "LocalizedCollectionNames"), ("entity", "Descriptions"),
        ("attribute", "displaynames"), ("optionset", "displaynames"), ("EntityKey", "displaynames"),
        ("option", "labels"), ("state", "labels"), ("status", "labels"), ("savedquery", "LocalizedNames"),
        ("systemform", "LocalizedNames"), ("visualization", "LocalizedNames"), ("Dashboard", "LocalizedNames"), ("AppModule", "LocalizedNames"), ("AppModuleSiteMap", "LocalizedNames"),
        ("tab", "labels"), ("section", "labels"), ("cell", "labels"),
        ("customapi", "displayname"), ("customapi", "description"),
        ("customapirequestparameter", "displayname"), ("customapirequestparameter", "description"),
        ("customapiresponseproperty", "displayname"), ("customapiresponseproperty", "description"),
    ];

    [TestMethod]
    public void Every_component_has_the_texts_that_users_read() => Expect.NoComplaint(
        from kind in Named
        from file in XmlFile.All
        from component in file.Root.DescendantsAndSelf(kind.Component)
        where IsDeclaration(component) && component.Element(kind.Texts)?.HasElements != true
        select $"{file}: {component.Name} {component.Attr("PhysicalName")}{component.Attr("Name")}{component.Attr("uniquename")} has no {kind.Texts}.");

    [TestMethod]
    public void Every_text_is_there_in_both_languages_once() => Expect.All(LabelGroup.All, label => label.Languages.SequenceEqual(Both), "is not.");

    [TestMethod]
    public void No_text_is_empty_or_has_blanks_around_it() =>
        Expect.All(LabelGroup.All, label => label.Texts.All(text => text.Length > 0 && text == text.Trim()), "is, or has.");

    [TestMethod]
    public void A_label_is_not_the_name_that_developers_use() => Expect.NoComplaint(LabelGroup.All, label =>
        from text in label.Texts
        where Names(label.Owner).Contains(text, StringComparer.OrdinalIgnoreCase)
        select $"{label} reads '{text}', which is its name in code.");

    [TestMethod]
    public void Japanese_texts_are_japanese() => Expect.NoComplaint(LabelGroup.All, label => Expect.Unless(
        Japanese.IsIn(label.In(LabelGroup.Japanese)) || Foreign.ContainsKey(label.In(LabelGroup.Japanese)),
        $"{label} reads '{label.In(LabelGroup.Japanese)}' in Japanese."));

    [TestMethod]
    public void No_exception_outlives_its_use() => Expect.NoComplaint(
        Foreign.Keys.Except(LabelGroup.All.Select(label => label.In(LabelGroup.Japanese))).Select(text => $"No Japanese text reads '{text}' any more."));

    [TestMethod]
    public void English_texts_hold_no_japanese() =>
        Expect.All(LabelGroup.All, label => !Japanese.IsIn(label.In(LabelGroup.English)), "does.");

    [TestMethod]
    public void No_two_columns_of_a_table_read_the_same() => Expect.NoComplaint(
        from table in Tables.TableXml.All
        from language in Both
        from text in table.Columns.Select(column => new LabelGroup(table.File, column.Element.Element("displaynames")!).In(language)).Repeated()
        select $"{table} has several columns that read '{text}'.");

    [TestMethod]
    public void No_two_options_of_a_choice_read_the_same() => Expect.NoComplaint(
        from choice in Tables.ChoiceXml.All
        from language in Both
        from text in choice.Options.Select(option => option.Element("labels")!.Elements().First(label => label.Attr("languagecode") == language).Attr("description")).Repeated()
        select $"{choice} has several options that read '{text}'.");

    [TestMethod]
    public void A_text_for_an_org_without_its_language_is_the_english_one() => Expect.NoComplaint(LabelGroup.All, label =>
        from alone in new[] { label.Element.Attribute("default"), Alone(label, "displaynames", "localizedName"), Alone(label, "LocalizedNames", "LocalizedName") }
        where alone is not null && alone.Value != label.In(LabelGroup.English)
        select $"{label} reads '{label.In(LabelGroup.English)}' in English, and '{alone.Value}' alone.");

    // Names of tables stand above the entity element, of global choices at the optionset itself.
    private static XAttribute? Alone(LabelGroup label, string texts, string attribute) => label.Element.Name.LocalName != texts
        ? null
        : label.Owner.Attribute(attribute) ?? (label.Owner.Name == "entity" ? label.File.Root.Element("Name")!.Attribute(attribute) : null);

    private static IEnumerable<string> Names(XElement owner) =>
        new[] { owner.Attr("PhysicalName"), owner.Attr("Name"), owner.Attr("uniquename"), owner.Text("Name"), owner.Text("LogicalName"), owner.Attr("value") }.Where(name => name.Length > 0);

    // Where a view reads a column, the element is called like the one that declares it; tables of the system have their names already.
    private static bool IsDeclaration(XElement component) => component.Name.LocalName switch
    {
        "attribute" => component.Attribute("PhysicalName") is not null,
        "entity" => component.Parent!.Name == "EntityInfo" && component.Attr("Name").StartsWith(Publisher.Prefix, StringComparison.Ordinal),
        _ => component.HasElements,
    };
}
