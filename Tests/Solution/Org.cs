using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Tests;

/// <summary>The tables a target org has after import: ours as they stand in the tree, and the system's as LocalOrg knows them.</summary>
internal static class Org
{
    private static readonly Lazy<Catalog> Lazily = new(() =>
        CatalogReader.Read([Repo.Full("Tests/LocalOrg/SystemTables"), Repo.Full(XmlFile.Source)], Repo.Full(XmlFile.LateSteps)));

    public static IReadOnlyDictionary<string, Table> Tables => Lazily.Value.Tables;

    public static bool Has(string table, string column) => Tables.TryGetValue(table, out var found) && found.Columns.ContainsKey(column);
}
