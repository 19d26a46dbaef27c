using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Rows;

/// <summary>Money brings a currency, its exchange rate as of now, and its value in base currency.</summary>
internal static class CurrencyColumns
{
    private const string CurrencyColumn = "transactioncurrencyid";
    private const string RateColumn = "exchangerate";

    public static void Fill(Operation operation, RowValues row, Entity? before)
    {
        if (!row.Has(CurrencyColumn) && !row.Table.Bases.Any(column => row.Has(column.BaseOf!)))
        {
            return;
        }

        var rate = Rate(operation, row, before);
        foreach (var column in row.Table.Bases.Where(column => row.Has(column.BaseOf!)))
        {
            row[column.Name] = row[column.BaseOf!] is decimal amount ? Math.Round(amount / rate, column.Precision, MidpointRounding.AwayFromZero) : null;
        }
    }

    private static decimal Rate(Operation operation, RowValues row, Entity? before)
    {
        if (!row.Has(CurrencyColumn) && before?.GetAttributeValue<decimal?>(RateColumn) is { } known)
        {
            return known;
        }

        var currency = row[CurrencyColumn] as Guid? ?? WellKnown.BaseCurrency;
        row[CurrencyColumn] = currency;
        var rate = currency == WellKnown.BaseCurrency ? 1m : RateOf(operation, currency);
        row[RateColumn] = rate;
        return rate;
    }

    private static decimal RateOf(Operation operation, Guid currency)
    {
        var row = operation.Engine.QueriesAsSystem(operation.Unit!.Session).Find(TransactionCurrency.Table, currency, new ColumnSet(TransactionCurrency.ExchangeRate))
            ?? throw DataFaults.NoSuchRow(TransactionCurrency.Table, currency);
        return row.GetAttributeValue<decimal?>(TransactionCurrency.ExchangeRate) ?? throw Fault.Of(-2147185414, "The currency has no exchange rate.");
    }
}
