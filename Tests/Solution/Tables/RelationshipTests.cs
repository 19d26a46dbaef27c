namespace CrmExtensions.Tests.Tables;

/// <summary>Relationships and the lookups they belong to (solution-anatomy.md 6).</summary>
[TestClass]
public sealed class RelationshipTests
{
    private const string OfCurrency = "TransactionCurrency_";
    private static readonly string[] OnDelete = ["Cascade", "NoCascade", "RemoveLink", "Restrict"];
    private static readonly string[] OnOthers = ["Cascade", "NoCascade", "ActiveOnly", "UserOwned"];

    // The ones that come with every table are left out of solutions; currency is not among them.
    private static IEnumerable<ColumnXml> Lookups => TableXml.AllColumns.Where(column => column.Type == "lookup" && (column.IsOwn || column.PhysicalName == "TransactionCurrencyId"));

    [TestMethod]
    public void The_index_holds_the_names_in_the_folder() => Expect.SameLines(
        "Other/Relationships",
        RelationshipXml.All.Select(relationship => relationship.Name),
        "Other/Relationships.xml",
        XmlFile.At("Other/Relationships.xml").Root.Elements().Select(entry => entry.Attr("Name")));

    [TestMethod]
    public void Every_lookup_has_one_relationship_and_every_relationship_a_lookup() => Expect.SameLines(
        "the tables",
        Lookups.Select(column => column.ToString()),
        "the relationships",
        RelationshipXml.OneToMany.Select(relationship => relationship.Lookup));

    [TestMethod]
    public void A_file_is_named_after_the_table_that_is_pointed_to() => Expect.All(
        RelationshipXml.All,
        relationship => relationship.File.Place == $"Other/Relationships/{relationship.First}.xml",
        "stands in another.");

    [TestMethod]
    public void A_relationship_is_between_tables_that_exist_in_the_letter_case_of_their_schema()
    {
        var names = Org.Tables.Values.Select(table => table.SchemaName).ToHashSet();

        Expect.All(RelationshipXml.OneToMany, relationship => names.Contains(relationship.First) && names.Contains(relationship.Referencing), "is not.");
    }

    [TestMethod]
    public void A_name_begins_with_the_prefix_or_is_the_platforms_own_for_a_currency() => Expect.All(
        RelationshipXml.All,
        relationship => relationship.Name.StartsWith(Publisher.Prefix, StringComparison.Ordinal) || relationship.Name == OfCurrency + relationship.Referencing,
        "does not.");

    [TestMethod]
    public void A_relationship_of_ours_has_both_roles_without_which_it_cannot_be_created() => Expect.NoComplaint(
        RelationshipXml.OneToMany.Where(relationship => !relationship.Name.StartsWith(OfCurrency, StringComparison.Ordinal)),
        relationship => Expect.Unless(
            relationship.Roles.Select(role => (role.Text("RelationshipRoleType"), role.Text("NavigationPropertyName")))
                .SequenceEqual([("1", relationship.Element.Text("ReferencingAttributeName")), ("0", relationship.Name)]),
            $"{relationship} has not."));

    [TestMethod]
    public void What_happens_along_a_relationship_is_something_the_platform_knows() => Expect.NoComplaint(RelationshipXml.OneToMany, relationship =>
        from cascade in relationship.Element.Elements()
        where cascade.Name.LocalName.StartsWith("Cascade", StringComparison.Ordinal)
        where !(cascade.Name.LocalName is "CascadeDelete" or "CascadeArchive" ? OnDelete : OnOthers).Contains(cascade.Value)
        select $"{relationship} has {cascade.Name} {cascade.Value}.");

    [TestMethod]
    public void A_table_has_one_parent_at_most() => Expect.NoComplaint(
        RelationshipXml.OneToMany.Where(relationship => relationship.IsParental).Select(relationship => relationship.Referencing).Repeated().Select(table => $"{table} has several."));

    [TestMethod]
    public void Deleting_a_deal_a_customer_or_a_person_never_deletes_an_interview() => Expect.All(
        RelationshipXml.OneToMany.Where(relationship => relationship.Referencing == "wl_Interview" && !relationship.Name.StartsWith(OfCurrency, StringComparison.Ordinal)),
        relationship => relationship.Element.Text("CascadeDelete") == "RemoveLink" && relationship.Element.Text("CascadeAssign") == "NoCascade",
        "does more than removing the link.");
}
