using System.Globalization;
using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;

namespace CrmExtensions.Tests;

/// <summary>Column types that no shipped table has, and those that are refused when the org is made (solution-anatomy.md 4.3).</summary>
[TestClass]
public sealed class ColumnTypeTests
{
    private const string Own = "x_own";

    // A float keeps as many decimals as the column has.
    [TestMethod]
    [DataRow("1.23456", "1.23456")]
    [DataRow("-100000000000", "-100000000000")]
    [DataRow("100000000000", "100000000000")]
    [DataRow("0.000004", "0")]
    [DataRow("0.000006", "1E-05")]
    public void A_float_comes_back_as_a_double(string sent, string kept)
    {
        using var org = Floats();

        var row = org.System.Add(Account.Table, (Own, double.Parse(sent, CultureInfo.InvariantCulture)));

        Assert.AreEqual(kept, org.System.Get<double>(row, Own).ToString(CultureInfo.InvariantCulture));
        Assert.AreEqual(1, org.System.Fetch(Account.Table, $"<filter><condition attribute='{Own}' operator='eq' value='{decimal.Parse(kept, NumberStyles.Float, CultureInfo.InvariantCulture)}'/></filter>").Entities.Count);
    }

    [TestMethod]
    [DataRow(100000000000.1)]
    [DataRow(double.MaxValue)]
    [DataRow(double.NaN)]
    [DataRow(double.NegativeInfinity)]
    public void A_float_has_bounds(double sent)
    {
        using var org = Floats();
        var row = org.System.Add(Account.Table, (Own, 1d));

        Assert.AreEqual(-2147204304, Some.Refusal(() => org.System.Set(row, (Own, sent))).ErrorCode);
        Assert.AreEqual(1d, org.System.Get<double>(row, Own));
    }

    [TestMethod]
    [DataRow(long.MinValue, true)]
    [DataRow(100L, true)]
    [DataRow(101L, false)]
    public void A_big_integer_has_bounds(long sent, bool isAccepted)
    {
        using var org = OwnOrg.WithColumns(Account.Table, Column(ColumnType.BigInteger) with { Minimum = long.MinValue, Maximum = 100 });
        var row = org.System.Add(Account.Table, (Own, 1L));

        if (isAccepted)
        {
            org.System.Set(row, (Own, sent));
        }
        else
        {
            Assert.AreEqual(-2147204305, Some.Refusal(() => org.System.Set(row, (Own, sent))).ErrorCode);
        }

        Assert.AreEqual(isAccepted ? sent : 1L, org.System.Get<long>(row, Own));
    }

    [TestMethod]
    [DataRow(ColumnType.Double, 1, "Double")]
    [DataRow(ColumnType.BigInteger, 1, "Int64")]
    [DataRow(ColumnType.Boolean, 1, "Boolean")]
    [DataRow(ColumnType.Guid, "x", "Guid")]
    public void A_value_of_another_type_is_refused(ColumnType type, object sent, string expected)
    {
        using var org = OwnOrg.WithColumns(Account.Table, Column(type));

        var refusal = Some.Refusal(() => org.System.Add(Account.Table, (Own, sent)));

        Assert.AreEqual(-2147220989, refusal.ErrorCode);
        Assert.EndsWith($"for '{Own}' of 'account'; expected {expected}", refusal.Message);
    }

    // Code InvalidDateTime (tag ERR of platform-facts.md).
    [TestMethod]
    [DataRow("1753-01-01", true)]
    [DataRow("1752-12-31", false)]
    [DataRow("0001-01-01", false)]
    public void A_date_is_not_before_1753(string day, bool isAccepted)
    {
        using var org = Some.Org();
        var date = DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        if (isAccepted)
        {
            Assert.AreEqual(date, org.System.Get<DateTime>(org.System.Add(Opportunity.Table, (Opportunity.EstimatedCloseDate, date)), Opportunity.EstimatedCloseDate));
        }
        else
        {
            var refusal = Some.Refusal(() => org.System.Add(Opportunity.Table, (Opportunity.EstimatedCloseDate, date)));
            Assert.AreEqual(-2147220935, refusal.ErrorCode);
            Assert.Contains("Minimum value supported: 01/01/1753 00:00:00", refusal.Message);
        }
    }

    [TestMethod]
    [DataRow("customer", 0, "'customer'")]
    [DataRow("image", 0, "'image'")]
    [DataRow("file", 0, "'file'")]
    [DataRow("int", 1, "is calculated")]
    [DataRow("int", 2, "is a rollup")]
    [DataRow("int", 3, "is a formula")]
    public void What_is_not_modelled_is_named_when_the_solution_is_read(string type, int source, string words)
    {
        using var solution = new TempFile();
        var folder = Directory.CreateDirectory(Path.Combine(solution.Path, "Entities", "x_Own")).FullName;
        File.WriteAllText(Path.Combine(folder, "Entity.xml"), $"""
            <Entity><EntityInfo><entity Name="x_Own"><attributes>
            <attribute PhysicalName="x_Value"><Type>{type}</Type><LogicalName>x_value</LogicalName><SourceType>{source}</SourceType></attribute>
            </attributes><OwnershipTypeMask>OrgOwned</OwnershipTypeMask></entity></EntityInfo></Entity>
            """);
        try
        {
            var refusal = Assert.ThrowsExactly<NotSupportedException>(() => CatalogReader.Read([solution.Path], "none"));

            Assert.Contains("x_own.x_value", refusal.Message);
            Assert.Contains(words, refusal.Message);
        }
        finally
        {
            Directory.Delete(solution.Path, recursive: true);
        }
    }

    private static LocalOrg Floats() =>
        OwnOrg.WithColumns(Account.Table, Column(ColumnType.Double) with { Precision = 5, Minimum = -100_000_000_000, Maximum = 100_000_000_000 });

    private static Column Column(ColumnType type) => new() { Name = Own, SchemaName = Own, Type = type };
}
