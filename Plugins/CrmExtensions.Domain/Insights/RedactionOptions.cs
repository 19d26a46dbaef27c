namespace CrmExtensions.Insights;

/// <summary>What an organisation decides about the texts it shares.</summary>
public sealed record RedactionOptions
{
    /// <summary>Lower bounds of value bands 1 and up, in base currency, rising. Without any, no amount has a band.</summary>
    public IReadOnlyList<decimal> ValueBands { get; init; } = [];

    /// <summary>ISO code; amounts in another currency have no band.</summary>
    public string BaseCurrency { get; init; } = "JPY";

    /// <summary>Whether competitors go. If not, they are known to be no persons, even before さん.</summary>
    public bool HidesCompetitors { get; init; }
}
