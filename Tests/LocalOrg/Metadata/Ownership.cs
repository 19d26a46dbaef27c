namespace CrmExtensions.Local.Metadata;

/// <summary>Who a row can belong to.</summary>
public enum Ownership
{
    /// <summary>The organisation: a privilege holds for all rows or for none.</summary>
    Organization,

    /// <summary>A user or team, and through it a business unit.</summary>
    User,

    /// <summary>A business unit: users, teams and business units themselves.</summary>
    Business,
}
