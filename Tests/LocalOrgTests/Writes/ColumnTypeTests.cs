using System.Globalization;
using System.Xml.Linq;
using CrmExtensions.Local;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;

namespace CrmExtensions.Tests;

/// <summary>Column types that no shipped table has, and those that are refused where they are asked for (solution-anatomy.md 4.3).</summary>
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

    // An org whose solution has such a column is an org all the same: whoever asks for the column is told.
    [TestMethod]
    [DataRow("image", 0, "image columns")]
    [DataRow("file", 0, "file columns")]
    [DataRow("int", 1, "calculated columns")]
    [DataRow("int", 2, "roll-up columns")]
    [DataRow("int", 3, "formula columns")]
    public void What_is_not_modelled_is_named_when_it_is_asked_for(string type, int source, string words)
    {
        using var org = OwnOrg.WithColumns(Account.Table, ReadColumn(type, source));
        var account = org.System.Add(Account.Table, (Account.Name, "North"));

        var refusals = new Action[]
        {
            () => org.System.Set(account, (Own, type == "int" ? 1 : "x")),
            () => org.System.Read(account, Own),
            () => org.System.Fetch(Account.Table, $"<filter><condition attribute='{Own}' operator='null'/></filter>"),
            () => org.System.Fetch(Account.Table, $"<order attribute='{Own}'/>"),
        }.Select(act => Assert.ThrowsExactly<NotSupportedByLocalOrgException>(act).Message).Distinct().ToList();

        Assert.AreEqual($"LocalOrg does not support {words} ('{Own}')", Assert.ContainsSingle(refusals).TrimEnd('.'));
        Assert.AreEqual("North", org.System.Read(account).GetAttributeValue<string>(Account.Name));
    }

    [TestMethod]
    public void A_type_that_nobody_knows_is_named_when_the_solution_is_read() =>
        Assert.Contains($"account.{Own} has type 'hologram'", Assert.ThrowsExactly<NotSupportedException>(() => ReadColumn("hologram", 0)).Message);

    private static Column ReadColumn(string type, int source) => new ColumnReader(new Dictionary<string, IReadOnlyList<Option>>(), Array.Empty<string>().ToLookup(name => name)).Read(
        XElement.Parse($"<attribute PhysicalName='{Own}'><Type>{type}</Type><LogicalName>{Own}</LogicalName><SourceType>{source}</SourceType></attribute>"),
        Account.Table);

    private static LocalOrg Floats() =>
        OwnOrg.WithColumns(Account.Table, Column(ColumnType.Double) with { Precision = 5, Minimum = -100_000_000_000, Maximum = 100_000_000_000 });

    private static Column Column(ColumnType type) => new() { Name = Own, SchemaName = Own, Type = type };
}
