using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Tests;

/// <summary>An org in a file with one user, and two connections to the file.</summary>
internal sealed class TwoConnections : IDisposable
{
    private readonly TempFile file = new();

    public TwoConnections()
    {
        using (var org = LocalOrg.InFile(file.Path, Some.Options))
        {
            Unit = org.AddBusinessUnit("East");
            org.AddUser("Known", id: Some.Id(1));
        }

        One = SqliteStore.InFile(file.Path, flushesCommits: false);
        Other = SqliteStore.InFile(file.Path, flushesCommits: false);
    }

    public static Catalog Catalog => OrgTemplate.Shipped.Catalog;

    public string Path => file.Path;

    /// <summary>A unit besides the root, in which the user is.</summary>
    public Guid Unit { get; }

    public SqliteStore One { get; }

    public SqliteStore Other { get; }

    public void Dispose()
    {
        One.Dispose();
        Other.Dispose();
        file.Dispose();
    }
}
