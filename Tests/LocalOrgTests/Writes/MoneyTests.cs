using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Money brings a currency, an exchange rate, and its value in base currency (PD/transaction-currency-currency-entity.md).</summary>
[TestClass]
public sealed class MoneyTests
{
    [TestMethod]
    public void Money_without_a_currency_is_in_base_currency()
    {
        using var org = Some.Org();

        var row = org.System.Read(org.System.Add(Opportunity.Table, (Opportunity.EstimatedValue, new Money(1234.56m))));

        Assert.AreEqual(new EntityReference(TransactionCurrency.Table, WellKnown.BaseCurrency), row[Opportunity.TransactionCurrencyId]);
        Assert.AreEqual(1m, row[Opportunity.ExchangeRate]);
        Assert.AreEqual(new Money(1234.56m), row[Opportunity.EstimatedValueBase]);
    }

    [TestMethod]
    public void A_row_without_money_has_no_currency()
    {
        using var org = Some.Org();

        var row = org.System.Read(org.System.Add(Opportunity.Table, (Opportunity.Name, "free")));

        Assert.IsFalse(row.Contains(Opportunity.TransactionCurrencyId));
        Assert.IsFalse(row.Contains(Opportunity.EstimatedValueBase));
    }

    [TestMethod]
    public void The_value_in_base_currency_follows_every_change()
    {
        using var org = Some.Org();
        var row = org.System.Add(Opportunity.Table, (Opportunity.EstimatedValue, new Money(1m)), (Opportunity.ActualValue, new Money(5m)));

        org.System.Set(row, (Opportunity.EstimatedValue, new Money(2m)));
        Assert.AreEqual(new Money(2m), org.System.Get<Money>(row, Opportunity.EstimatedValueBase));
        Assert.AreEqual(new Money(5m), org.System.Get<Money>(row, Opportunity.ActualValueBase));

        org.System.Set(row, (Opportunity.EstimatedValue, null));
        Assert.IsFalse(org.System.Read(row).Contains(Opportunity.EstimatedValueBase));
    }

    [TestMethod]
    public void The_value_in_base_currency_cannot_be_written()
    {
        using var org = Some.Org();
        var row = org.System.Add(Opportunity.Table, (Opportunity.EstimatedValue, new Money(1m)), (Opportunity.EstimatedValueBase, new Money(9m)));
        Assert.AreEqual(new Money(1m), org.System.Get<Money>(row, Opportunity.EstimatedValueBase));

        org.System.Set(row, (Opportunity.EstimatedValueBase, new Money(9m)));
        Assert.AreEqual(new Money(1m), org.System.Get<Money>(row, Opportunity.EstimatedValueBase));
    }
}
