namespace CrmExtensions.Tests.Tables;

/// <summary>What every column has, by its type (solution-anatomy.md 4.2 and 4.3).</summary>
[TestClass]
public sealed class ColumnTests
{
    private const int LongestText = 4000;
    private const int LongestMemo = 1_048_576;

    private static IEnumerable<ColumnXml> Own => TableXml.AllColumns.Where(column => column.IsOwn);

    [TestMethod]
    public void A_logical_name_is_the_physical_one_in_lower_case() => Expect.All(
        TableXml.AllColumns,
        column => column.LogicalName == column.PhysicalName.Logical() && column.Element.Text("Name") == column.LogicalName,
        "is called otherwise.");

    [TestMethod]
    public void Our_columns_and_only_ours_begin_with_the_prefix() => Expect.All(
        TableXml.AllColumns.Where(column => column.Type != "primarykey"),
        column => column.IsOwn == column.PhysicalName.StartsWith(Publisher.Prefix, StringComparison.Ordinal),
        "does not fit its IsCustomField.");

    [TestMethod]
    public void A_text_takes_two_bytes_a_character() => Expect.All(
        Of("nvarchar"),
        column => column.Element.Number("Length") == 2 * column.Element.Number("MaxLength") && column.Element.Number("MaxLength") is > 0 and <= LongestText,
        "has a wrong Length or MaxLength.");

    [TestMethod]
    public void A_memo_has_a_limit_and_no_length() => Expect.All(
        Of("ntext"),
        column => column.Element.Element("Length") is null && column.Element.Number("MaxLength") is > 0 and <= LongestMemo,
        "has a wrong Length or MaxLength.");

    [TestMethod]
    public void A_number_has_a_range() => Expect.All(
        Of("int", "decimal", "money"),
        column => column.Element.Number("MinValue") < column.Element.Number("MaxValue"),
        "has none.");

    [TestMethod]
    public void A_day_is_a_day_everywhere() => Expect.All(
        Own.Where(column => column.Type == "datetime"),
        column => column.IsDateOnly == (column.Element.Text("Format") == "date"),
        "is date only by Format or by Behavior, but not by both.");

    [TestMethod]
    public void A_moment_is_shown_in_the_users_time_and_a_day_is_nobodys() =>
        Expect.All(Own.Where(column => column.Type == "datetime"), column => column.Element.Text("Behavior") is "1" or "2", "is neither.");

    [TestMethod]
    [DataRow("wl_interview", "wl_closedon")]
    [DataRow("wl_interview", "wl_partadueon")]
    [DataRow("wl_interview", "wl_dueon")]
    [DataRow("wl_rollup", "wl_start")]
    [DataRow("wl_rollup", "wl_end")]
    [DataRow("wl_rollupperiod", "wl_start")]
    [DataRow("wl_rollupperiod", "wl_end")]
    [DataRow("wl_setting", "wl_goliveon")]
    public void A_business_date_is_a_day(string table, string column) =>
        Assert.IsTrue(TableXml.Own.Single(own => own.LogicalName == table).Column(column)!.IsDateOnly);

    [TestMethod]
    public void A_lookup_leaves_its_target_to_its_relationship() => Expect.All(
        Of("lookup"),
        column => column.Element.Text("LookupStyle") == "single" && column.Element.Element("LookupTypes") is { IsEmpty: true },
        "does not.");

    [TestMethod]
    public void A_column_of_money_has_one_in_base_currency()
    {
        var money = Of("money").ToList();
        var bases = money.Where(column => column.Element.Element("CalculationOf") is not null).ToList();

        Expect.SameLines(
            "the columns of money",
            money.Except(bases).Select(column => $"{column.Table.SchemaName}.{column.PhysicalName}_Base of {column.PhysicalName}"),
            "the columns in base currency",
            bases.Select(column => $"{column} of {column.Element.Text("CalculationOf")}"));
    }

    [TestMethod]
    public void What_the_platform_calculates_nobody_writes() => Expect.All(
        TableXml.AllColumns.Where(column => column.Element.Element("CalculationOf") is not null || column.PhysicalName == "ExchangeRate"),
        column => column.Element.Text("ValidForCreateApi") == "0" && column.Element.Text("ValidForUpdateApi") == "0",
        "can be written.");

    [TestMethod]
    public void Only_a_text_numbers_itself() => Expect.All(
        TableXml.AllColumns.Where(column => column.Element.Text("AutoNumberFormat").Length > 0),
        column => column.Type == "nvarchar" && column.Element.Text("AutoNumberFormat").Contains("{SEQNUM:", StringComparison.Ordinal),
        "has an AutoNumberFormat without being a text with a number in it.");

    private static IEnumerable<ColumnXml> Of(params string[] types) => TableXml.AllColumns.Where(column => types.Contains(column.Type));
}
