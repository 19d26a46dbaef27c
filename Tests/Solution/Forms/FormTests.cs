using System.Xml.Linq;
using CrmExtensions.Tests.Labels;
using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.Forms;

/// <summary>Forms (solution-anatomy.md 7): what they show is there, and reads as it does everywhere.</summary>
[TestClass]
public sealed class FormTests
{
    private static readonly string[] Languages = [LabelGroup.English, LabelGroup.Japanese];

    [TestMethod]
    public void A_field_shows_a_column_of_the_table_in_the_control_for_its_type() => Expect.NoComplaint(
        from form in FormXml.All
        from field in form.Fields
        let column = Org.Tables[form.Table].Columns.GetValueOrDefault(field.Column)
        where column is null || !ControlClass.Shows(field.Control, column.Type)
        select column is null ? $"{form} shows {field.Column}, which {form.Table} does not have." : $"{form} shows {field.Column} in the control {ControlClass.Of(field.Control)}, which is not for {column.Type}.");

    [TestMethod]
    public void A_field_is_called_like_its_column() => Expect.NoComplaint(
        from form in FormXml.All
        where form.Table.StartsWith(Publisher.Prefix, StringComparison.Ordinal)
        from field in form.Fields
        let column = TableXml.Own.Single(table => table.LogicalName == form.Table).Column(field.Column)
        where column is { IsOwn: true }
        from language in Languages
        let shown = Text(field.Control.Parent!.Element("labels")!, language)
        where shown != Text(column.Element.Element("displaynames")!, language)
        select $"{form} calls {field.Column} '{shown}'.");

    [TestMethod]
    public void A_column_stands_once_on_a_form_and_again_in_its_header_only() => Expect.NoComplaint(FormXml.All, form =>
        form.Controls.Select(control => control.Attr("id")).Repeated().Select(id => $"{form} has {id} twice."));

    [TestMethod]
    public void Tabs_and_sections_have_names_of_their_own_and_a_label() => Expect.NoComplaint(FormXml.All, form =>
    [
        .. form.Form.Descendants().Where(IsPlace).Select(place => place.Attr("name")).Repeated().Select(name => $"{form} has {name} twice."),
        .. form.Form.Descendants().Where(IsPlace).Where(place => place.Element("labels") is null || place.Attr("name").Length == 0).Select(place => $"{form} has a {place.Name} without a name or a label."),
    ]);

    [TestMethod]
    public void Every_table_has_one_main_form_that_everybody_gets() => Expect.NoComplaint(TableXml.Own, table => Expect.Unless(
        FormXml.All.Count(form => form.Table == table.LogicalName && form is { Kind: FormXml.Main, IsFallback: true }) == 1,
        $"{table} has not."));

    [TestMethod]
    public void Our_form_of_a_system_table_is_one_more_and_falls_back_to_the_platforms() => Expect.NoComplaint(
        FormXml.All.Where(form => !form.Table.StartsWith(Publisher.Prefix, StringComparison.Ordinal)),
        form => Expect.Unless(form is { Kind: FormXml.Main, IsFallback: false } && !form.Form.Descendants().Any(element => element.Attribute("solutionaction") is not null), $"{form} is not."));

    [TestMethod]
    public void A_table_allows_quick_creation_exactly_where_it_has_the_form() => Expect.NoComplaint(TableXml.Own, table => Expect.Unless(
        (table.Entity.Text("IsQuickCreateEnabled") == "1") == FormXml.All.Any(form => form.Table == table.LogicalName && form.Kind == FormXml.QuickCreate),
        $"{table} does not."));

    [TestMethod]
    public void A_quick_creation_offers_whatever_the_platform_requires() => Expect.NoComplaint(
        from form in FormXml.All
        where form.Kind == FormXml.QuickCreate
        from column in TableXml.Own.Single(table => table.LogicalName == form.Table).Columns
        where column.IsOwn && column.Element.Text("RequiredLevel") == "required" && form.Fields.All(field => field.Column != column.LogicalName)
        select $"{form} does not offer {column}, which is required.");

    [TestMethod]
    public void A_quick_view_is_a_form_of_the_table_the_lookup_points_to() => Expect.NoComplaint(
        from form in FormXml.All
        from control in form.QuickViews
        from quick in XElement.Parse(control.Descendants("QuickForms").Single().Value).Elements("QuickFormId")
        let shown = FormXml.All.SingleOrDefault(other => other.Id == $"{{{quick.Value}}}")
        where shown is not { Kind: FormXml.QuickView } || shown.Table != quick.Attr("entityname") || !Org.Tables[form.Table].Columns[control.Attr("datafieldname")].Targets.Contains(shown.Table)
        select $"{form} shows {quick.Value} of {quick.Attr("entityname")}, which is no quick view form of it.");

    [TestMethod]
    public void A_subgrid_follows_a_relationship_and_shows_a_view_of_the_table_at_its_end() => Expect.NoComplaint(
        from form in FormXml.All
        from grid in form.Subgrids
        let part = grid.Element("parameters")!
        let relationship = RelationshipXml.OneToMany.SingleOrDefault(known => known.Name == part.Text("RelationshipName"))
        where relationship is null || relationship.First.Logical() != form.Table || relationship.Referencing.Logical() != part.Text("TargetEntityType")
            || ViewXml.At(part.Text("ViewId"))?.Table != part.Text("TargetEntityType")
        select $"{form}: {grid.Attr("id")} does not.");

    [TestMethod]
    public void The_interview_asks_all_its_questions_in_the_order_of_the_conversation()
    {
        var sections = FormXml.All.Single(form => form is { Table: "wl_interview", Kind: FormXml.Main }).Form.Descendants("section").Select(section => section.Attr("name")).ToList();
        string[] flow = ["sec_whathappened", "sec_reflection", "sec_marketing", "sec_scene", "sec_words", "sec_change", "sec_price", "sec_proposeagain", "sec_repeat", "sec_reasons", "sec_quality", "sec_review"];

        CollectionAssert.AreEqual(flow, sections.Where(flow.Contains).ToArray());
    }

    private static bool IsPlace(XElement element) => element.Name.LocalName is "tab" or "section";

    private static string Text(XElement labels, string language) => labels.Elements().Single(label => label.Attr("languagecode") == language).Attr("description");
}
