using CrmExtensions.Calendar;
using CrmExtensions.Rollups;
using CsCheck;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class SliceTests
{
    private static readonly Gen<(Slice Slice, Period Period)> AnyRow = Gen.Select(
        Gen.Enum<Dimension>(),
        Gen.OneOf(Gen.String, Gen.OneOf("", "a", "A", "1", "か", "カ", "ｶ", "all", "\u001f", "a\u001fall\u001f")),
        Gen.OneOf("month-2026-04-01", "quarter-2026-04-01", "half-2026-04-01", "year-2026-04-01", "year-2027-04-01"),
        (dimension, value, period) => (new Slice(dimension, value), Period.Parse(period)));

    // Made once by sha256sum over the five parts joined by U+001F. A change here gives every stored row a new key: a fold
    // would then write every row a second time and leave the old ones standing.
    [TestMethod]
    [DataRow("month-2026-04-01", Dimension.All, "", "3646707b17280aa4d083d4205b44a1e0f685e0885f037454dde56a9243692566")]
    [DataRow("month-2026-04-01", Dimension.Industry, "12", "c4a1c7f006bb281eb9b41a1b48f510c0922bede028899a82d4be1a27d82343b9")]
    [DataRow("year-2026-04-01", Dimension.Competitor, "", "ab105e3fae28b207d5f56ad9705b2e06a36f6c0a01bed5027902720b7c89570c")]
    [DataRow("half-2026-10-01", Dimension.BusinessUnit, "東京第一", "24a51c3618937e9318909ab1f20c64565671bbb20ea746bd6571aab98cfeb8d5")]
    public void The_keys_of_stored_rows_never_change(string period, Dimension dimension, string value, string key)
    {
        Assert.AreEqual(key, new Slice(dimension, value).RowKey(Period.Parse(period)));
    }

    [TestMethod]
    public void A_row_key_is_64_lower_case_hexadecimal_digits()
    {
        AnyRow.Sample((slice, period) =>
        {
            var key = slice.RowKey(period);
            return key.Length == 64 && key.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
        });
    }

    [TestMethod]
    public void Rows_have_the_same_key_only_where_they_are_the_same_row()
    {
        Gen.Select(AnyRow, AnyRow).Sample((one, other) =>
            (one.Slice.RowKey(one.Period) == other.Slice.RowKey(other.Period)) == (one == other));
    }

    [TestMethod]
    public void Values_that_differ_in_case_or_width_have_rows_of_their_own()
    {
        var april = Period.Parse("month-2026-04-01");
        string[] values = ["", "acme", "ACME", "ＡＣＭＥ", "カナ", "かな", "ｶﾅ", "acme ", "all"];
        var keys = values.SelectMany(value => Enum.GetValues<Dimension>().Select(dimension => new Slice(dimension, value).RowKey(april)));

        Assert.AreEqual(values.Length * Enum.GetValues<Dimension>().Length, keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [TestMethod]
    [DataRow(Dimension.All, "", false)]
    [DataRow(Dimension.Industry, "", true)]
    [DataRow(Dimension.BusinessUnit, "", true)]
    [DataRow(Dimension.Competitor, "", true)]
    [DataRow(Dimension.Industry, "12", false)]
    public void Deals_without_a_value_are_unknown_except_in_the_total(Dimension dimension, string value, bool unknown)
    {
        Assert.AreEqual(unknown, new Slice(dimension, value).IsUnknown);
    }

    [TestMethod]
    public void The_total_is_the_slice_of_all()
    {
        Assert.AreEqual(new Slice(Dimension.All, ""), Slice.All);
    }
}
