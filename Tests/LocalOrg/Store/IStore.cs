namespace CrmExtensions.Local.Store;

/// <summary>A database that holds an org.</summary>
internal interface IStore : IDisposable
{
    Dialect Dialect { get; }

    /// <summary>Where it is, for who reads a message.</summary>
    string Place { get; }

    /// <summary>Whether rows were already there when it was opened.</summary>
    bool IsNew { get; }

    /// <summary>Whether it outlives the process, so that what waits must be written down.</summary>
    bool IsDurable { get; }

    /// <summary>A session of one's own; waits while the engine has none to give.</summary>
    StoreSession Open();
}
