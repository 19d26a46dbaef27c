using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>
/// Amounts in another currency: "creditlimit_base = creditlimit / exchangerate" and "all money properties in a record share
/// the same transaction currency" (PD/transaction-currency-currency-entity.md).
/// </summary>
[TestClass]
public sealed class CurrencyTests
{
    [TestMethod]
    [DataRow("0.0067", "100", "14925.37")]
    [DataRow("2", "100", "50")]
    [DataRow("3", "0.01", "0")]
    [DataRow("1.5", "-10", "-6.67")]
    public void The_base_amount_is_the_amount_by_the_rate(string rate, string amount, string expected)
    {
        using var org = Some.Org();

        var row = org.System.Read(org.System.Add(Opportunity.Table, (Opportunity.EstimatedValue, Money(amount)), (Opportunity.TransactionCurrencyId, Currency(org, rate))));

        Assert.AreEqual(Number(rate), row.GetAttributeValue<decimal>(Opportunity.ExchangeRate));
        Assert.AreEqual(Money(expected), row[Opportunity.EstimatedValueBase]);
        Assert.AreEqual(Money(amount), row[Opportunity.EstimatedValue]);
    }

    [TestMethod]
    public void Another_currency_alone_makes_every_base_amount_anew()
    {
        using var org = Some.Org();
        var row = org.System.Add(Opportunity.Table, (Opportunity.EstimatedValue, Money("100")), (Opportunity.ActualValue, Money("30")));

        org.System.Set(row, (Opportunity.TransactionCurrencyId, Currency(org, "2")));

        AssertAmounts(org, row, "2", "50", "15");
    }

    // "The base amount is re-calculated if the money field in the record is updated or state of the record is changed", by
    // the rate as it is then (nishantrana.me 2020/06/09, "Multi-Currency in Dynamics 365").
    [TestMethod]
    public void A_new_rate_counts_from_the_next_amount_or_state_on_and_for_all_amounts()
    {
        using var org = Some.Org();
        var currency = Currency(org, "2");
        var row = org.System.Add(
            Opportunity.Table, (Opportunity.EstimatedValue, Money("100")), (Opportunity.ActualValue, Money("30")), (Opportunity.TransactionCurrencyId, currency));
        org.System.Set(currency, (TransactionCurrency.ExchangeRate, 4m));
        org.System.Set(row, (Opportunity.Name, "untouched"));
        AssertAmounts(org, row, "2", "50", "15");

        org.System.Set(row, (Opportunity.EstimatedValue, Money("200")));
        AssertAmounts(org, row, "4", "50", "7.5");

        org.System.Set(currency, (TransactionCurrency.ExchangeRate, 5m));
        org.System.Execute(new OrganizationRequest("LoseOpportunity")
        {
            ["OpportunityClose"] = new Entity(OpportunityClose.Table) { [OpportunityClose.OpportunityId] = row },
            ["Status"] = new OptionSetValue(-1),
        });
        Assert.AreEqual(Money("40"), org.System.Get<Money>(row, Opportunity.EstimatedValueBase));
    }

    // MoneyAttributeMetadata.PrecisionSource: 2 is the currency's precision, 0 the column's own.
    [TestMethod]
    [DataRow(0, "100.44", "100")]
    [DataRow(1, "100.44", "100.4")]
    [DataRow(1, "100.45", "100.5")]
    [DataRow(2, "100.44", "100.44")]
    public void An_amount_has_as_many_decimals_as_its_currency(int precision, string amount, string kept)
    {
        using var org = Some.Org();

        var row = org.System.Add(Opportunity.Table, (Opportunity.EstimatedValue, Money(amount)), (Opportunity.TransactionCurrencyId, Currency(org, "1", precision)));

        Assert.AreEqual(Money(kept), org.System.Get<Money>(row, Opportunity.EstimatedValue));
        Assert.AreEqual(Money(kept), org.System.Get<Money>(row, Opportunity.EstimatedValueBase));
    }

    [TestMethod]
    public void A_currency_that_is_not_there_is_named()
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Add(Opportunity.Table, (Opportunity.TransactionCurrencyId, new EntityReference(TransactionCurrency.Table, Some.Id(7)))));

        Assert.AreEqual($"Entity 'transactioncurrency' With Id = {Some.Id(7)} Does Not Exist", refusal.Message);
    }

    private static void AssertAmounts(LocalOrg org, EntityReference row, string rate, string estimated, string actual)
    {
        var found = org.System.Read(row);
        Assert.AreEqual(Number(rate), found.GetAttributeValue<decimal>(Opportunity.ExchangeRate));
        Assert.AreEqual(Money(estimated), found[Opportunity.EstimatedValueBase]);
        Assert.AreEqual(Money(actual), found[Opportunity.ActualValueBase]);
    }

    private static EntityReference Currency(LocalOrg org, string rate, int precision = 2) => org.System.Add(
        TransactionCurrency.Table,
        (TransactionCurrency.CurrencyName, "Dollar"),
        (TransactionCurrency.IsoCurrencyCode, "USD"),
        (TransactionCurrency.CurrencySymbol, "$"),
        (TransactionCurrency.CurrencyPrecision, precision),
        (TransactionCurrency.ExchangeRate, Number(rate)));

    private static Money Money(string amount) => new(Number(amount));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
