namespace CrmExtensions.Local;

/// <summary>The database engine under an org.</summary>
public enum Backend
{
    /// <summary>Embedded, in memory; one transaction at a time.</summary>
    Sqlite,

    /// <summary>A server; many transactions at once, with row locks (LOCALORG_POSTGRESQL says where).</summary>
    PostgreSql,
}
