using System.Xml.Linq;
using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Tests.Security;

/// <summary>Who may do what (solution-anatomy.md 12, product.md 8, architecture.md 4).</summary>
[TestClass]
public sealed class RoleTests
{
    private static readonly string[] Levels = ["Basic", "Local", "Deep", "Global"];

    private static IEnumerable<XmlFile> Roles => XmlFile.In("Roles");

    private static IEnumerable<(XmlFile Role, string Name, string Level)> Grants =>
        from role in Roles
        from grant in role.Root.Elements("RolePrivileges").Elements("RolePrivilege")
        select (role, grant.Attr("name"), grant.Attr("level"));

    [TestMethod]
    public void A_privilege_is_of_a_table_that_exists_in_the_letter_case_of_its_schema() => Expect.NoComplaint(Grants, grant =>
        Expect.Unless(Privilege.Parse(grant.Name) is not null, $"{grant.Role} grants {grant.Name}, which no table of the org has."));

    [TestMethod]
    public void A_privilege_reaches_as_far_as_one_of_the_four_levels() => Expect.NoComplaint(Grants, grant =>
        Expect.Unless(Levels.Contains(grant.Level), $"{grant.Role} grants {grant.Name} with level '{grant.Level}'."));

    [TestMethod]
    public void A_table_of_the_organisation_is_open_to_all_or_to_none_and_is_not_shared() => Expect.NoComplaint(
        Grants.Where(grant => Privilege.Parse(grant.Name) is { Table.Ownership: Ownership.Organization }),
        grant =>
        [
            .. Expect.Unless(grant.Level == "Global", $"{grant.Role} grants {grant.Name} with level {grant.Level}."),
            .. Expect.Unless(Privilege.Parse(grant.Name)!.Verb is not ("Assign" or "Share"), $"{grant.Role} grants {grant.Name}, which rows without an owner do not have."),
        ]);

    [TestMethod]
    public void A_role_grants_each_privilege_once() => Expect.NoComplaint(Roles, role =>
        role.Root.Descendants("RolePrivilege").Select(grant => grant.Attr("name")).Repeated().Select(name => $"{role} grants {name} twice."));

    [TestMethod]
    public void A_role_is_handed_on_to_members_of_a_team_and_given_to_nobody_unasked() => Expect.All(
        Roles,
        role => role.Root.Attr("isinherited") == "1" && role.Root.Text("IsAutoAssigned") == "0",
        "is not.");

    [TestMethod]
    [DataRow("wl_rollup", "Create", DisplayName = "roll-ups are made by the fold")]
    [DataRow("wl_rollup", "Write", DisplayName = "roll-ups are written by the fold")]
    [DataRow("wl_rollup", "Delete", DisplayName = "roll-ups are emptied by the fold")]
    [DataRow("wl_rollupperiod", "Create", DisplayName = "periods are made by tickets")]
    [DataRow("wl_rollupperiod", "Write", DisplayName = "writing a period asks for a fold")]
    [DataRow("wl_rollupperiod", "Delete", DisplayName = "periods stay")]
    [DataRow("wl_foldticket", "Create", DisplayName = "tickets are promised by changes")]
    [DataRow("wl_foldticket", "Write", DisplayName = "tickets do not change")]
    [DataRow("wl_foldticket", "Delete", DisplayName = "tickets are taken by the fold")]
    [DataRow("wl_interview", "Create", DisplayName = "interviews are made by a close")]
    public void What_only_the_system_does_no_role_may(string table, string verb)
    {
        Assert.IsTrue(Org.Tables.ContainsKey(table));
        Expect.NoComplaint(
            Grants.Where(grant => Privilege.Parse(grant.Name) is { } privilege && (privilege.Table.Name, privilege.Verb) == (table, verb))
                .Select(grant => $"{grant.Role} grants {grant.Name}."));
    }

    [TestMethod]
    public void Deleting_interviews_is_the_privacy_officers_alone_because_a_purge_asks_for_it_and_a_step_refuses_every_deletion()
    {
        var holders = Grants.Where(grant => grant.Name == "prvDeletewl_Interview").Select(grant => (grant.Role.Root.Attr("name"), grant.Level));

        CollectionAssert.AreEqual(new[] { ("WL Privacy Officer", "Global") }, holders.ToArray());
        Assert.AreEqual("prvDeletewl_Interview", XmlFile.At("customapis/wl_PurgeInterview/customapi.xml").Root.Text("executeprivilegename"));
        Assert.Contains(step => step is { Message: "Delete", Table: "wl_interview", Stage: 10 }, Registration.StepXml.OfSolution);
    }
}
