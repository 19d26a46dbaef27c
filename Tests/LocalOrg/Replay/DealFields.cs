namespace CrmExtensions.Local.Replay;

/// <summary>The fields of one row, by column name.</summary>
internal sealed class DealFields(int line, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields)
{
    public const string Topic = "Topic";
    public const string Account = "Account";
    public const string Industry = "Industry";
    public const string Owner = "Owner";
    public const string Team = "Team";
    public const string Status = "Status";
    public const string StatusReason = "Status Reason";
    public const string ActualCloseDate = "Actual Close Date";
    public const string ActualRevenue = "Actual Revenue";
    public const string EstimatedRevenue = "Est. Revenue";
    public const string Competitor = "Competitor";
    public const string Product = "Product";
    public const string LeadSource = "Lead Source";

    /// <summary>All columns that are read; others are ignored.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        Topic, Account, Industry, Owner, Team, Status, StatusReason, ActualCloseDate, ActualRevenue, EstimatedRevenue, Competitor, Product, LeadSource,
    ];

    public int Line => line;

    /// <summary>A field without the blanks around it; empty where the column is missing.</summary>
    public string this[string name] => columns.TryGetValue(name, out var index) ? fields[index].Trim() : "";
}
