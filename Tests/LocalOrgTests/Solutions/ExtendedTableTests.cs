using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>
/// Solutions that add to the tables of others, as 24 of 47 such tables do and 16 with views or forms alone
/// (solution-anatomy.md 2.1 and 5: RootComponent behavior 2), and the assembly that goes with a solution.
/// </summary>
[TestClass]
public sealed class ExtendedTableTests
{
    private const string Tier =
        "<attribute PhysicalName='abc_Tier'><Type>nvarchar</Type><Name>abc_tier</Name><LogicalName>abc_tier</LogicalName><MaxLength>20</MaxLength><IsCustomField>1</IsCustomField></attribute>";

    private static string Plugins => Path.Combine(AppContext.BaseDirectory, "CrmExtensionsPlugins.dll");

    [TestMethod]
    public void A_column_is_added_to_a_table_that_is_there()
    {
        using var solution = new OwnSolution();
        solution.Add("Entities/Account/Entity.xml", Shell("Account", Tier));
        using var org = LocalOrg.FromFolder(solution.Folder, Plugins, Some.Options);

        var row = org.System.Add(Account.Table, (Account.Name, "A"), ("abc_tier", "gold"));

        Assert.AreEqual("gold", org.System.Get<string>(row, "abc_tier"));
        Assert.AreEqual("A", org.System.Get<string>(row, Account.Name));
        Assert.AreEqual(-2147204303, Some.Refusal(() => org.System.Set(row, ("abc_tier", new string('x', 21)))).ErrorCode);
    }

    [TestMethod]
    public void A_column_of_the_table_s_own_is_changed()
    {
        using var solution = new OwnSolution();
        solution.Add("Entities/Account/Entity.xml", Shell("Account", "<attribute PhysicalName='Name'><Type>nvarchar</Type><LogicalName>name</LogicalName><DisplayMask>PrimaryName</DisplayMask><MaxLength>5</MaxLength></attribute>"));
        using var org = LocalOrg.FromFolder(solution.Folder, Plugins, Some.Options);

        Assert.AreEqual(-2147204303, Some.Refusal(() => org.System.Add(Account.Table, (Account.Name, "longer"))).ErrorCode);
        Assert.AreEqual("short", org.System.Get<EntityReference>(
            org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, org.System.Add(Account.Table, (Account.Name, "short")))), Opportunity.ParentAccountId)!.Name);
    }

    [TestMethod]
    [DataRow("Account")]
    [DataRow("KnowledgeArticle")]
    public void Views_alone_change_nothing(string table)
    {
        using var solution = new OwnSolution();
        solution.Add($"Entities/{table}/Entity.xml", $"<Entity><Name LocalizedName='{table}' OriginalName=''>{table}</Name><FormXml /><SavedQueries /><RibbonDiffXml /></Entity>");
        using var org = LocalOrg.FromFolder(solution.Folder, Plugins, Some.Options);

        Assert.AreEqual("A", org.System.Get<string>(org.System.Add(Account.Table, (Account.Name, "A")), Account.Name));
    }

    [TestMethod]
    public void A_relationship_to_a_table_that_is_not_there_is_left_out()
    {
        using var solution = new OwnSolution();
        solution.Add(
            "Other/Relationships/Account.xml",
            "<EntityRelationships><EntityRelationship Name='abc_account_article'><EntityRelationshipType>OneToMany</EntityRelationshipType><ReferencingEntityName>KnowledgeArticle</ReferencingEntityName>"
            + "<ReferencedEntityName>Account</ReferencedEntityName><CascadeDelete>Restrict</CascadeDelete><ReferencingAttributeName>abc_account</ReferencingAttributeName></EntityRelationship>"
            + "<EntityRelationship Name='abc_account_articles'><EntityRelationshipType>ManyToMany</EntityRelationshipType><FirstEntityName>Account</FirstEntityName>"
            + "<SecondEntityName>KnowledgeArticle</SecondEntityName><IntersectEntityName>abc_account_article</IntersectEntityName></EntityRelationship></EntityRelationships>");
        using var org = LocalOrg.FromFolder(solution.Folder, Plugins, Some.Options);

        org.System.Remove(org.System.Add(Account.Table));

        Assert.AreEqual(0, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void Columns_of_a_table_that_is_not_there_are_named()
    {
        using var solution = new OwnSolution();
        solution.Add("Entities/KnowledgeArticle/Entity.xml", Shell("KnowledgeArticle", Tier));

        var refusal = Assert.ThrowsExactly<NotSupportedException>(() => LocalOrg.FromFolder(solution.Folder, Plugins, Some.Options));

        Assert.Contains("'knowledgearticle'", refusal.Message);
        Assert.Contains("Entity.xml", refusal.Message);
    }

    [TestMethod]
    public void An_assembly_that_is_not_there_is_named()
    {
        using var solution = new OwnSolution();

        Assert.Contains("nowhere.dll", Assert.ThrowsExactly<FileNotFoundException>(() => LocalOrg.FromFolder(solution.Folder, "nowhere.dll", Some.Options)).Message);
    }

    [TestMethod]
    [DataRow("Abc.Missing", "'Abc.Missing'")]
    [DataRow("", "''")]
    public void A_class_that_is_not_there_is_named_with_its_step(string type, string words)
    {
        using var solution = new OwnSolution();
        solution.Add(
            "SdkMessageProcessingSteps/{0b1c0000-0000-4000-8000-000000000001}.xml",
            "<SdkMessageProcessingStep Name='Abc: greet' SdkMessageProcessingStepId='{0b1c0000-0000-4000-8000-000000000001}'><SdkMessageId>9ebdbb1b-ea3e-db11-86a7-000a3a5473e8</SdkMessageId>"
            + $"<PluginTypeName>{type}</PluginTypeName><PrimaryEntity>account</PrimaryEntity><Stage>40</Stage><Mode>0</Mode></SdkMessageProcessingStep>");

        var refusal = Assert.ThrowsExactly<InvalidDataException>(() => LocalOrg.FromFolder(solution.Folder, Plugins, Some.Options));

        Assert.Contains(words, refusal.Message);
        Assert.Contains("'Abc: greet'", refusal.Message);
    }

    [TestMethod]
    public void A_file_that_is_no_assembly_is_named()
    {
        using var solution = new OwnSolution();
        solution.Add("wrong.dll", "text");
        solution.Add(
            "SdkMessageProcessingSteps/{0b1c0000-0000-4000-8000-000000000002}.xml",
            "<SdkMessageProcessingStep Name='a' SdkMessageProcessingStepId='{0b1c0000-0000-4000-8000-000000000002}'><SdkMessageName>Create</SdkMessageName><PluginTypeName>A</PluginTypeName></SdkMessageProcessingStep>");

        Assert.Contains("wrong.dll", Assert.ThrowsExactly<InvalidDataException>(() => LocalOrg.FromFolder(solution.Folder, Path.Combine(solution.Folder, "wrong.dll"), Some.Options)).Message);
    }

    private static string Shell(string table, string attributes) =>
        $"<Entity><Name LocalizedName='{table}' OriginalName=''>{table}</Name><EntityInfo><entity Name='{table}'><attributes>{attributes}</attributes></entity></EntityInfo><FormXml /></Entity>";
}
