using System.Globalization;
using System.Text.RegularExpressions;
using CrmExtensions.Tests.Labels;

namespace CrmExtensions.Tests.ReferenceData;

/// <summary>data.xml: rows that fit the schema, and texts in both languages that fit their columns.</summary>
[TestClass]
public sealed partial class SeedRowTests
{
    private static readonly (Regex Column, int Length)[] Lengths =
    [
        (new("^wl_name$"), 200),
        (new("^wl_name(ja|en)$"), 100),
        (new("^wl_definition(ja|en)$"), 500),
        (new("^wl_(good|bad)example(ja|en)$"), 500),
        (new("^wl_consumer(ja|en)$"), 200),
        (new("^wl_message(ja|en)$"), 500),
        (new("^wl_code$"), 10),
        (new("^wl_phrasekey$"), 200),
    ];

    [TestMethod]
    public void Nothing_changes_but_the_rows() => Assert.AreEqual("2026-01-01T00:00:00.0000000Z", SeedData.Rows.Root.Attr("timestamp"));

    [TestMethod]
    public void A_row_has_the_columns_of_its_schema_in_that_order() => Expect.All(SeedData.All, row => row.Columns.SequenceEqual(row.Table.Columns), "has not.");

    // Without it in both places the import makes an id of its own; that none is given twice is for UniqueIdTests.
    [TestMethod]
    public void A_row_says_its_id_twice_in_small_letters() => Expect.All(
        SeedData.All,
        row => row.Id == row[row.Table.PrimaryKey] && Guid.TryParseExact(row.Id, "D", out _) && !row.Id.Any(char.IsAsciiLetterUpper),
        "does not.");

    [TestMethod]
    public void A_value_is_written_as_its_type_is() => Expect.NoComplaint(SeedData.All, row => row.Columns
        .Where(column => !IsWritten(row.Table.TypeOf(column), row[column]))
        .Select(column => $"{row}: {column} reads '{row[column]}'."));

    [TestMethod]
    public void A_text_is_one_line_without_blanks_around_it() => Expect.NoComplaint(SeedData.All, row => row.Texts
        .Where(column => row[column].Length == 0 || row[column] != row[column].Trim() || row[column].Any(char.IsControl))
        .Select(column => $"{row}: {column} is not."));

    [TestMethod]
    public void A_text_fits_its_column() => Expect.NoComplaint(SeedData.All, row => row.Texts
        .Where(column => row[column].Length > Lengths.Single(limit => limit.Column.IsMatch(column)).Length)
        .Select(column => string.Create(CultureInfo.InvariantCulture, $"{row}: {column} has {row[column].Length} characters.")));

    [TestMethod]
    public void Every_text_is_there_in_both_languages() => Expect.NoComplaint(SeedData.Tables, table =>
    {
        var inJapanese = table.Columns.Where(IsJapanese).Select(column => column[..^2]);
        return Expect.Unless(inJapanese.SequenceEqual(table.Columns.Where(IsEnglish).Select(column => column[..^2])), $"{table} has columns for one language only.");
    });

    [TestMethod]
    public void Japanese_texts_are_japanese() => Expect.NoComplaint(SeedData.All, row => row.Columns
        .Where(column => IsJapanese(column) && !Japanese.IsIn(row[column]))
        .Select(column => $"{row}: {column} reads '{row[column]}'."));

    [TestMethod]
    public void English_texts_hold_letters_of_english_only() => Expect.NoComplaint(SeedData.All, row => row.Columns
        .Where(column => IsEnglish(column) && !English().IsMatch(row[column]))
        .Select(column => $"{row}: {column} reads '{row[column]}'."));

    [TestMethod]
    public void The_only_setting_is_a_name_for_the_defaults() =>
        CollectionAssert.AreEqual(new[] { ("wl_settingid wl_name", "既定 / Default") }, SeedData.Of("wl_setting").Select(row => (string.Join(' ', row.Columns), row.Name)).ToList());

    private static bool IsJapanese(string column) => column.EndsWith("ja", StringComparison.Ordinal);

    private static bool IsEnglish(string column) => column.EndsWith("en", StringComparison.Ordinal);

    private static bool IsWritten(string type, string value) => type switch
    {
        "bool" => value is "True" or "False",
        "optionsetvalue" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Publisher.Owns(number),
        _ => true,
    };

    // Words that were said stand in typographic marks.
    [GeneratedRegex("^[ -~“”]+$")]
    private static partial Regex English();
}
