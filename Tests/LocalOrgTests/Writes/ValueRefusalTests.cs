using System.Globalization;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Values a column cannot take, with the platform's codes (tag ERR of platform-facts.md) and words; on Create and on Update.</summary>
[TestClass]
public sealed class ValueRefusalTests
{
    [TestMethod]
    [DataRow(Opportunity.Name, 300)]
    [DataRow(Opportunity.Description, 2000)]
    [DataRow(Opportunity.StepName, 200)]
    public void A_text_may_be_as_long_as_the_column_and_no_longer(string column, int most)
    {
        using var org = Some.Org();
        var longest = new string('字', most);
        var row = org.System.Add(Opportunity.Table, (column, longest));
        Assert.AreEqual(longest, org.System.Get<string>(row, column));

        foreach (var act in new Action[] { () => org.System.Add(Opportunity.Table, (column, longest + "x")), () => org.System.Set(row, (column, longest + "x")) })
        {
            var refusal = Some.Refusal(act);
            Assert.AreEqual(-2147204303, refusal.ErrorCode);
            Assert.AreEqual(
                $"A validation error occurred. The length of the '{column}' attribute of the 'opportunity' entity exceeded the maximum allowed length of '{most}'.",
                refusal.Message);
        }
    }

    [TestMethod]
    [DataRow(-1, false)]
    [DataRow(0, true)]
    [DataRow(int.MaxValue, true)]
    public void A_whole_number_has_bounds(int number, bool isAccepted)
    {
        using var org = Some.Org();

        if (isAccepted)
        {
            var row = org.System.Add(Rollup.Table, (Rollup.N, number));
            Assert.AreEqual(number, org.System.Get<int>(row, Rollup.N));
        }
        else
        {
            var refusal = Some.Refusal(() => org.System.Add(Rollup.Table, (Rollup.N, number)));
            Assert.AreEqual(-2147204305, refusal.ErrorCode);
            Assert.AreEqual($"A validation error occurred. The value {number} of 'wl_n' on record of type 'wl_rollup' is outside the valid range.", refusal.Message);
        }
    }

    [TestMethod]
    [DataRow("-0.00001", false)]
    [DataRow("0", true)]
    [DataRow("100000000000", true)]
    [DataRow("100000000000.00001", false)]
    public void A_decimal_has_bounds(string text, bool isAccepted)
    {
        using var org = Some.Org();
        var number = decimal.Parse(text, CultureInfo.InvariantCulture);

        AssertAccepts(isAccepted, text, "quantity", () => org.System.Add(OpportunityProduct.Table, (OpportunityProduct.Quantity, number)));
    }

    [TestMethod]
    [DataRow("-922337203685478", false)]
    [DataRow("-922337203685477", true)]
    [DataRow("922337203685477", true)]
    [DataRow("922337203685477.01", false)]
    public void Money_has_bounds(string text, bool isAccepted)
    {
        using var org = Some.Org();
        var amount = new Money(decimal.Parse(text, CultureInfo.InvariantCulture));

        AssertAccepts(isAccepted, text, "extendedamount", () => org.System.Add(OpportunityProduct.Table, (OpportunityProduct.ExtendedAmount, amount)));
    }

    [TestMethod]
    public void An_unknown_option_is_refused_with_those_there_are()
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Add(Team.Table, (Team.TeamType, new OptionSetValue(9))));

        Assert.AreEqual(-2147204326, refusal.ErrorCode);
        Assert.AreEqual(
            "A validation error occurred. The value 9 of 'teamtype' on record of type 'team' is outside the valid range. Accepted Values: 0,1",
            refusal.Message);
    }

    [TestMethod]
    [DataRow(Opportunity.StateCode, 7)]
    [DataRow(Opportunity.StatusCode, 77)]
    public void An_unknown_state_or_status_reason_is_an_unknown_option(string column, int value)
    {
        using var org = Fruit.Org();
        var row = new EntityReference(Opportunity.Table, new Guid(Fruit.Banana));

        Assert.AreEqual(-2147204326, Some.Refusal(() => org.System.Set(row, (column, new OptionSetValue(value)))).ErrorCode);
    }

    [TestMethod]
    [DataRow(Account.StateCode, Account.StateCodeOption.Inactive, Account.StatusCode, Account.StatusCodeOption.Active, "1 is not a valid status code for state code 1 on account.")]
    [DataRow(Account.StatusCode, Account.StatusCodeOption.Inactive, Account.StatusCode, Account.StatusCodeOption.Inactive, "2 is not a valid status code for state code 0 on account.")]
    public void A_status_reason_must_belong_to_the_state(string first, int firstValue, string second, int secondValue, string words)
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);

        var refusal = Some.Refusal(() => org.System.Set(account, (first, new OptionSetValue(firstValue)), (second, new OptionSetValue(secondValue))));

        Assert.AreEqual(-2147187704, refusal.ErrorCode);
        Assert.AreEqual(words, refusal.Message);
        Assert.AreEqual(new OptionSetValue(Account.StateCodeOption.Active), org.System.Get<OptionSetValue>(account, Account.StateCode));
    }

    [TestMethod]
    [DynamicData(nameof(WrongTypes))]
    public void A_value_of_the_wrong_type_is_refused(string column, object value, string expected)
    {
        using var org = Some.Org();
        var row = org.System.Add(Opportunity.Table);

        foreach (var act in new Action[] { () => org.System.Add(Opportunity.Table, (column, value)), () => org.System.Set(row, (column, value)) })
        {
            var refusal = Some.Refusal(act);
            Assert.AreEqual(-2147220989, refusal.ErrorCode);
            Assert.AreEqual($"Incorrect attribute value type {value.GetType().FullName} for '{column}' of 'opportunity'; expected {expected}", refusal.Message);
        }
    }

    private static IEnumerable<object[]> WrongTypes =>
    [
        [Opportunity.Name, 1, "String"],
        [Opportunity.Description, Guid.Empty, "String"],
        [Opportunity.EstimatedValue, 1m, "Money"],
        [Opportunity.EstimatedCloseDate, "2026-01-01", "DateTime"],
        [Opportunity.StatusCode, 1, "OptionSetValue"],
        [Opportunity.ParentAccountId, Guid.Empty, "EntityReference"],
        [Opportunity.OwnerId, Guid.Empty, "EntityReference"],
    ];

    private static void AssertAccepts(bool isAccepted, string number, string column, Action act)
    {
        if (isAccepted)
        {
            act();
            return;
        }

        var refusal = Some.Refusal(act);
        Assert.AreEqual(-2147204304, refusal.ErrorCode);
        Assert.AreEqual($"A validation error occurred. The value {number} of '{column}' on record of type 'opportunityproduct' is outside the valid range.", refusal.Message);
    }
}
