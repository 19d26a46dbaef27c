using System.Globalization;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Closing;

/// <summary>
/// The amount an interview counts with. A decimal column ends at 100 billion, which a deal in yen can pass, and a money column
/// would be in the deal's own currency; so what the column cannot hold stands beside it as text, and the column shows its end.
/// </summary>
internal static class BaseValue
{
    private const decimal Most = 100_000_000_000m;

    public static void Write(Entity row, decimal amount)
    {
        row[Interview.BaseValue] = Math.Max(-Most, Math.Min(Most, amount));
        if (Math.Abs(amount) > Most)
        {
            row[Interview.ExactBaseValue] = amount.ToString("0.00", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>0 where the deal had no value.</summary>
    public static decimal Read(Entity row) => row.GetAttributeValue<string>(Interview.ExactBaseValue) is { } exact
        ? decimal.Parse(exact, CultureInfo.InvariantCulture)
        : row.GetAttributeValue<decimal>(Interview.BaseValue);
}
