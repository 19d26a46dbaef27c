using System.Globalization;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>One condition, in both notations.</summary>
/// <param name="Name">The operator in FetchXML.</param>
/// <param name="InSdk">The operator in the SDK.</param>
/// <param name="Column">The column.</param>
/// <param name="Values">What it is compared with.</param>
/// <param name="Other">Or the column it is compared with.</param>
internal sealed record Claim(string Name, ConditionOperator InSdk, string Column, IReadOnlyList<object> Values, string? Other = null)
{
    public string Fetch => $"<condition attribute='{Column}' operator='{Name}'{(Other is null ? "" : $" valueof='{Other}'")}>{string.Concat(Values.Select(value => $"<value>{Text(value)}</value>"))}</condition>";

    public ConditionExpression Expression => Other is null
        ? new ConditionExpression(Column, InSdk, [.. Values])
        : new ConditionExpression(Column, InSdk, compareColumns: true, (object)Other);

    public override string ToString() => Fetch;

    private static string Text(object value) => value is DateTime time
        ? time.ToString(time.Kind == DateTimeKind.Utc ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
