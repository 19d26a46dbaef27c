using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Tests;

/// <summary>Orgs whose metadata a test has changed.</summary>
internal static class OwnOrg
{
    private static readonly Lazy<Catalog> Shipped = new(() =>
    {
        using var org = Some.Org();
        return org.Catalog;
    });

    public static LocalOrg With(Func<Catalog, Catalog> change, LocalOrgOptions? options = null)
    {
        var org = LocalOrg.FromCatalog(change(Shipped.Value), options ?? Some.Options);
        org.EnableSteps(_ => true, isEnabled: false);
        return org;
    }

    /// <summary>An org in which one relationship has other rules.</summary>
    public static LocalOrg Where(string referenced, string column, Func<Relationship, Relationship> change, LocalOrgOptions? options = null) => With(
        catalog => catalog with
        {
            Relationships = [.. catalog.Relationships.Select(relation => relation.Referenced == referenced && relation.ReferencingColumn == column ? change(relation) : relation)],
        },
        options);

    /// <summary>An org with more columns in a table.</summary>
    public static LocalOrg WithColumns(string table, params Column[] columns) => With(catalog =>
    {
        var owner = catalog.Tables[table];
        var all = Table.InOrder([.. owner.InOrdinals, .. columns]);
        return catalog with { Tables = new Dictionary<string, Table>(catalog.Tables) { [table] = owner with { Columns = all.ToDictionary(column => column.Name) } } };
    });
}
