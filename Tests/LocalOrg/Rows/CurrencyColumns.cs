using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Rows;

/// <summary>
/// Money brings a currency, its exchange rate as of now, and its value in base currency
/// (PD/transaction-currency-currency-entity.md). One rate holds for all amounts of a row.
/// </summary>
internal static class CurrencyColumns
{
    private const string CurrencyColumn = "transactioncurrencyid";
    private const string RateColumn = "exchangerate";
    private const string StateColumn = "statecode";

    public static void Fill(Operation operation, RowValues row, Entity? before)
    {
        if (!HasCurrency(row.Table) || !IsAnew(row, before))
        {
            return;
        }

        var currency = CurrencyOf(row, before);
        var (rate, precision) = currency == WellKnown.BaseCurrency ? (1m, int.MaxValue) : Find(operation, currency);
        var isSameRate = before?.GetAttributeValue<decimal?>(RateColumn) == rate;
        row[CurrencyColumn] = currency;
        row.SetIfKnown(RateColumn, rate);
        foreach (var column in row.Table.Bases)
        {
            FillBase(row, column, isSameRate ? null : before, rate, precision);
        }
    }

    // Its own key a table of currencies has under the same name.
    private static bool HasCurrency(Table table) => table.Columns.TryGetValue(CurrencyColumn, out var column) && column.Type == ColumnType.Lookup;

    // "The base amount is re-calculated if the money field in the record is updated or state of the record is changed"
    // (nishantrana.me 2020/06/09); not when the currency's rate changes.
    private static bool IsAnew(RowValues row, Entity? before) =>
        row.Has(CurrencyColumn)
        || row.Table.Bases.Any(column => row.Has(column.BaseOf!))
        || (row.Has(StateColumn) && before?.Contains(CurrencyColumn) == true);

    private static Guid CurrencyOf(RowValues row, Entity? before) =>
        (row.Has(CurrencyColumn) ? row[CurrencyColumn] as Guid? : before?.GetAttributeValue<EntityReference>(CurrencyColumn)?.Id) ?? WellKnown.BaseCurrency;

    private static void FillBase(RowValues row, Column column, Entity? before, decimal rate, int precision)
    {
        var money = row.Table.Columns[column.BaseOf!];
        if (row.Has(money))
        {
            var amount = row[money] is decimal sent && money.FollowsCurrency ? Rounded(sent, Math.Min(precision, money.Precision)) : row[money];
            row[money] = amount;
            row[column] = amount is decimal known ? Rounded(known / rate, column.Precision) : null;
        }
        else if (before?.GetAttributeValue<Money>(money.Name) is { } kept)
        {
            row[column] = Rounded(kept.Value / rate, column.Precision);
        }
    }

    private static decimal Rounded(decimal amount, int decimals) => Math.Round(amount, decimals, MidpointRounding.AwayFromZero);

    private static (decimal Rate, int Precision) Find(Operation operation, Guid currency)
    {
        var row = operation.Engine.QueriesAsSystem(operation.Unit!.Session)
            .Find(TransactionCurrency.Table, currency, new ColumnSet(TransactionCurrency.ExchangeRate, TransactionCurrency.CurrencyPrecision))
            ?? throw DataFaults.NoSuchRow(TransactionCurrency.Table, currency);
        var rate = row.GetAttributeValue<decimal?>(TransactionCurrency.ExchangeRate) ?? throw Fault.Of(-2147185414, "The currency has no exchange rate.");
        return (rate, row.GetAttributeValue<int?>(TransactionCurrency.CurrencyPrecision) ?? int.MaxValue);
    }
}
