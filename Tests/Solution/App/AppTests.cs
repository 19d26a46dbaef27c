using System.Xml.Linq;
using CrmExtensions.Tests.Charts;
using CrmExtensions.Tests.Forms;
using CrmExtensions.Tests.Labels;

namespace CrmExtensions.Tests.App;

/// <summary>The app and its site map (solution-anatomy.md 14): nobody finds a door that is locked to everybody.</summary>
[TestClass]
public sealed class AppTests
{
    // Constants of the platform: System Administrator and System Customizer.
    private static readonly string[] PlatformRoles = ["{627090ff-40a3-4053-8790-584edc5be201}", "{119f245c-3cc8-4b62-b31c-d1a046ced15d}"];

    private static XElement App => XmlFile.In("AppModules").Single().Root;

    private static XElement Map => XmlFile.In("AppModuleSiteMaps").Single().Root;

    private static IEnumerable<XElement> SubAreas => Map.Descendants("SubArea");

    private static IReadOnlyList<string> Components(string type) =>
        [.. App.Descendants("AppModuleComponent").Where(component => component.Attr("type") == type).Select(component => component.Attr("id") + component.Attr("schemaName"))];

    [TestMethod]
    public void The_app_has_the_areas_of_those_who_use_it() => CollectionAssert.AreEqual(
        new[] { "営業担当", "マネージャー", "マーケティング", "経営", "運営" },
        Map.Descendants("Area").Select(area => Title(area, LabelGroup.Japanese)).ToArray());

    [TestMethod]
    public void Every_title_is_there_in_both_languages() => Expect.NoComplaint(
        from place in Map.Descendants().Where(element => element.Name.LocalName is "Area" or "Group" or "SubArea")
        let languages = place.Elements("Titles").Elements("Title").Select(title => title.Attr("LCID"))
        where !languages.SequenceEqual([LabelGroup.English, LabelGroup.Japanese]) || !Japanese.IsIn(Title(place, LabelGroup.Japanese)) || Japanese.IsIn(Title(place, LabelGroup.English))
        select $"{place.Attr("Id")} is not.");

    [TestMethod]
    public void Places_have_ids_of_their_own() =>
        Expect.NoComplaint(Map.Descendants().Attributes("Id").Select(id => id.Value).Repeated().Select(id => $"{id} stands twice."));

    [TestMethod]
    public void Every_table_of_the_map_is_in_the_app_and_in_the_org() => Expect.NoComplaint(
        SubAreas.Where(area => area.Attribute("Entity") is not null),
        area => Expect.Unless(Components("1").Contains(area.Attr("Entity")) && Org.Tables.ContainsKey(area.Attr("Entity")), $"{area.Attr("Id")} opens {area.Attr("Entity")}, which is not."));

    [TestMethod]
    public void Every_dashboard_is_in_the_app_and_opened_from_the_map()
    {
        var ids = DashboardXml.All.Select(dashboard => dashboard.Id).ToList();

        CollectionAssert.IsSubsetOf(ids, Components("60").ToList());
        CollectionAssert.AreEquivalent(ids, SubAreas.Where(area => area.Attribute("DefaultDashboard") is not null).Select(area => $"{{{area.Attr("DefaultDashboard")}}}").ToList());
    }

    [TestMethod]
    public void What_the_app_names_is_shipped() => Expect.NoComplaint(
    [
        .. Components("60").Except(DashboardXml.All.Select(dashboard => dashboard.Id).Concat(FormXml.All.Select(form => form.Id))).Select(id => $"{id} is neither a dashboard nor a form of ours."),
        .. Components("62").Where(map => map != Map.Text("SiteMapUniqueName")).Select(map => $"There is no site map {map}."),
        .. Components("1").Where(table => !Org.Tables.ContainsKey(table)).Select(table => $"There is no table {table}."),
    ]);

    [TestMethod]
    public void The_app_opens_to_every_role_of_ours_and_to_those_who_set_it_up() => CollectionAssert.AreEquivalent(
        XmlFile.In("Roles").Select(role => role.Root.Attr("id")).Concat(PlatformRoles).ToList(),
        App.Elements("AppModuleRoleMaps").Elements("Role").Select(role => role.Attr("id")).ToList());

    [TestMethod]
    public void A_place_is_shown_only_to_those_who_may_read_there_and_somebody_may() => Expect.NoComplaint(
        from area in SubAreas
        let asked = area.Elements("Privilege").ToList()
        where asked.Count == 0 || asked.Any(privilege => privilege.Attr("Privilege") != "Read") || !SomeRoleReads([.. asked.Select(privilege => privilege.Attr("Entity")).Where(table => table.StartsWith(Publisher.Prefix, StringComparison.Ordinal))])
        select $"{area.Attr("Id")} asks for no privilege, or for one that no role of ours has.");

    // One role that reads them all, or nobody would ever see the place.
    private static bool SomeRoleReads(IReadOnlyList<string> tables) => XmlFile.In("Roles").Any(role => tables.All(table => Reads(role, table)));

    private static bool Reads(XmlFile role, string table) =>
        role.Root.Descendants("RolePrivilege").Any(grant => grant.Attr("name").Equals("prvRead" + table, StringComparison.OrdinalIgnoreCase));

    // The parts of a dashboard are of several tables, of which the map can name some.
    [TestMethod]
    public void Whoever_sees_a_dashboard_may_read_every_part_of_it() => Expect.NoComplaint(
        from area in SubAreas.Where(area => area.Attribute("DefaultDashboard") is not null)
        let asked = area.Elements("Privilege").Select(privilege => privilege.Attr("Entity")).ToList()
        from role in XmlFile.In("Roles").Where(role => asked.All(table => Reads(role, table)))
        from part in DashboardXml.All.Single(dashboard => dashboard.Id == $"{{{area.Attr("DefaultDashboard")}}}").Parts.Select(part => part.Text("TargetEntityType")).Distinct()
        where !Reads(role, part)
        select $"{role} sees {area.Attr("Id")} and may not read {part}.");

    [TestMethod]
    public void Whoever_reads_interviews_may_read_what_their_views_look_at() => Expect.NoComplaint(
        from view in Tables.ViewXml.All
        from linked in view.Fetch.Descendants("link-entity").Select(link => link.Attr("name")).Where(table => table.StartsWith(Publisher.Prefix, StringComparison.Ordinal))
        from role in XmlFile.In("Roles").Where(role => Reads(role, view.Table))
        where !Reads(role, linked)
        select $"{role} may read {view.Table}, but not {linked}, which {view} looks at.");

    private static string Title(XElement place, string language) =>
        place.Elements("Titles").Elements("Title").Single(title => title.Attr("LCID") == language).Attr("Title");
}
