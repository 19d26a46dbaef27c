using System.Text.RegularExpressions;
using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Rows;
using CrmExtensions.Tables;

namespace CrmExtensions.Tests;

/// <summary>What an autonumber is made of (PD/create-auto-number-attributes.md, "AutoNumberFormat options", "String length", "Set a seed value").</summary>
[TestClass]
public sealed class AutonumberFormatTests
{
    private const string Column = "x_number";

    // 2026-02-03 04:05:06 UTC. "By default, all autonumber sequential values start with 1000 and use 0 as the prefix depending on the length."
    [TestMethod]
    [DataRow("KA-{SEQNUM:4}", "^KA-1000$")]
    [DataRow("QUO-{SEQNUM:7}", "^QUO-0001000$")]
    [DataRow("{SEQNUM:1}", "^1000$")]
    [DataRow("CNR-{RANDSTRING:4}-{SEQNUM:4}", "^CNR-[A-Z0-9]{4}-1000$")]
    [DataRow("{SEQNUM:6}-#-{RANDSTRING:6}", "^001000-#-[A-Z0-9]{6}$")]
    [DataRow("CAS-{SEQNUM:6}-{DATETIMEUTC:yyyyMM}-{RANDSTRING:6}-{DATETIMEUTC:hhmmss}", "^CAS-001000-202602-[A-Z0-9]{6}-040506$")]
    [DataRow("{DATETIMEUTC:yyyy-MM-dd}-{SEQNUM:4}", "^2026-02-03-1000$")]
    [DataRow("{DATETIMEUTC:HH:mm}{SEQNUM:4}", "^04:051000$")]
    [DataRow("plain {text} {SEQNUM:4}", "^plain \\{text\\} 1000$")]
    public void Every_placeholder_is_filled_and_other_text_stays(string format, string pattern)
    {
        using var org = Org(format);

        Assert.MatchesRegex(new Regex(pattern), Next(org)!);
    }

    // "There is no validation of the placeholder values when you create the column. The error appears only when you try to save".
    [TestMethod]
    [DataRow("{SEQNUM:4}{RANDSTRING:7}")]
    [DataRow("{SEQNUM:4}{RANDSTRING:0}")]
    [DataRow("{SEQNUM:many}")]
    public void A_wrong_length_shows_when_a_row_is_saved(string format)
    {
        using var org = Org(format);

        var refusal = Some.Refusal(() => Next(org));

        Assert.AreEqual(-2147220989, refusal.ErrorCode);
        Assert.AreEqual("Invalid Argument", refusal.Message);
        Assert.AreEqual(0, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void Random_letters_differ_from_row_to_row()
    {
        using var org = Org("{RANDSTRING:6}");

        Assert.HasCount(20, Enumerable.Range(0, 20).Select(_ => Next(org)).ToHashSet());
    }

    // An org in a file goes on after the largest number it has, wherever in the text that stands.
    [TestMethod]
    [DataRow("WL-{DATETIMEUTC:yyyyMM}-{SEQNUM:6}", "WL-202602-001000", 1000L)]
    [DataRow("{SEQNUM:4}-{DATETIMEUTC:yyyy-MM-dd}", "12345-2026-02-03", 12345L)]
    [DataRow("A{RANDSTRING:3}{SEQNUM:2}", "AX1Z77", 77L)]
    [DataRow("WL-{SEQNUM:6}", "by hand", null)]
    [DataRow("WL-{SEQNUM:6}", "WL-99999999999999999999", null)]
    public void The_number_is_read_back_from_the_text(string format, string text, long? number) =>
        Assert.AreEqual(number, AutoNumberFormat.Reader(format)(text));

    private static LocalOrg Org(string format) => OwnOrg.WithColumns(
        Account.Table, new Column { Name = Column, SchemaName = "x_Number", Type = ColumnType.Text, MaxLength = 100, AutoNumberFormat = format });

    private static string? Next(LocalOrg org) => org.System.Get<string>(org.System.Add(Account.Table), Column);
}
