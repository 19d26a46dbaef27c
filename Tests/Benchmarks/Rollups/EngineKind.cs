namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>The engine under an org.</summary>
internal enum EngineKind
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>The server that LOCALORG_POSTGRESQL names.</summary>
    PostgreSql,
}
