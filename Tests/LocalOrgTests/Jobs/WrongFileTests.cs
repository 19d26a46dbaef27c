using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>A file that is no org of this version is refused, and left as it was.</summary>
[TestClass]
public sealed class WrongFileTests
{
    [TestMethod]
    public void A_text_is_no_org()
    {
        using var file = new TempFile();
        var text = string.Concat(Enumerable.Repeat("This is no database. ", 100));
        File.WriteAllText(file.Path, text);

        var refusal = Assert.ThrowsExactly<IOException>(() => LocalOrg.InFile(file.Path, Some.Options));

        Assert.Contains(file.Path, refusal.Message);
        Assert.AreEqual(text, File.ReadAllText(file.Path));
    }

    [TestMethod]
    [DataRow("CREATE TABLE other (name TEXT)", "cannot be used as a database")]
    [DataRow("CREATE TABLE localorg (fingerprint TEXT)", "cannot be used as a database")]
    [DataRow("CREATE TABLE localorg (number INTEGER, fingerprint TEXT, solution BLOB)", "holds no org")]
    public void A_database_of_something_else_is_no_org(string statements, string words)
    {
        using var file = new TempFile();
        Run(file, statements);

        var refusal = Assert.ThrowsExactly<IOException>(() => LocalOrg.InFile(file.Path, Some.Options));

        Assert.Contains(file.Path, refusal.Message);
        Assert.Contains(words, refusal.Message);
    }

    [TestMethod]
    public void An_org_whose_column_is_kept_by_another_type_is_of_another_version()
    {
        using var file = new TempFile();
        LocalOrg.InFile(file.Path, Some.Options).Dispose();
        Run(file, "ALTER TABLE account DROP COLUMN industrycode; ALTER TABLE account ADD COLUMN industrycode BLOB");

        Assert.Contains("other tables", Assert.ThrowsExactly<IOException>(() => LocalOrg.InFile(file.Path, Some.Options)).Message);
    }

    [TestMethod]
    public void A_column_that_a_later_LocalOrg_has_added_is_added_to_the_file()
    {
        using var file = new TempFile();
        LocalOrg.InFile(file.Path, Some.Options).Dispose();
        Run(file, "ALTER TABLE account DROP COLUMN industrycode");

        using var org = LocalOrg.InFile(file.Path, Some.Options);

        Assert.AreEqual(new OptionSetValue(1), org.System.Get<OptionSetValue>(org.System.Add(Account.Table, (Account.IndustryCode, new OptionSetValue(1))), Account.IndustryCode));
    }

    [TestMethod]
    [DataRow(".")]
    [DataRow("missing/org.db")]
    public void A_place_where_no_file_can_be_is_refused(string place)
    {
        using var file = new TempFile();
        var path = Path.Combine(Path.GetDirectoryName(file.Path)!, place);

        Assert.ThrowsExactly<IOException>(() => LocalOrg.InFile(path, Some.Options));
    }

    [TestMethod]
    public void An_empty_file_becomes_an_org()
    {
        using var file = new TempFile();
        File.WriteAllBytes(file.Path, []);

        using var org = LocalOrg.InFile(file.Path, Some.Options);

        Assert.AreEqual(1, org.System.Count(BusinessUnit.Table));
    }

    [TestMethod]
    public void Orgs_in_memory_know_nothing_of_each_other()
    {
        using var first = Some.Org();
        using var second = Some.Org();

        first.System.Add(Account.Table);

        Assert.AreEqual(1, first.System.Count(Account.Table));
        Assert.AreEqual(0, second.System.Count(Account.Table));
    }

    private static void Run(TempFile file, string statements)
    {
        using var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
