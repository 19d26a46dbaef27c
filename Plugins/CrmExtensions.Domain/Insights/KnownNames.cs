namespace CrmExtensions.Insights;

/// <summary>The names that the rows around an interview give away; blank ones are passed over.</summary>
public sealed record KnownNames
{
    /// <summary>Accounts by name, with or without 株式会社, Inc. and the like.</summary>
    public IReadOnlyList<string> Customers { get; init; } = [];

    /// <summary>Contacts of the customer, and our own users.</summary>
    public IReadOnlyList<PersonName> People { get; init; } = [];

    public IReadOnlyList<string> Competitors { get; init; } = [];

    /// <summary>Topics and numbers of opportunities.</summary>
    public IReadOnlyList<string> Deals { get; init; } = [];
}
