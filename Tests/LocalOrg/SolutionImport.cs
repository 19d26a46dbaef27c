using System.Data.Common;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local;

/// <summary>
/// Imports a solution into an org that outlives the process: all tables into a new one; over one that has rows, as the
/// platform's update does it: what is new is added, what has changed replaces, what is no longer listed stays. All or nothing.
/// </summary>
internal sealed class SolutionImport(IStore store, OrgTemplate template)
{
    /// <summary>The metadata in force afterwards.</summary>
    /// <exception cref="IOException">The store holds something else.</exception>
    /// <exception cref="NotSupportedByLocalOrgException">The solution would narrow what rows hold.</exception>
    public Catalog Run()
    {
        using var session = store.Open();
        try
        {
            session.Begin();
            var catalog = store.IsNew ? Create(session) : Update(session);
            session.Commit();
            return catalog;
        }
        catch (DbException failure)
        {
            Undo(session);
            throw store.Dialect.IsDuplicate(failure, template.Catalog.Tables.Values.First(), out _)
                ? new NotSupportedByLocalOrgException($"an alternate key over values that rows hold twice, of which Dataverse would leave the index failed ({failure.Message})", failure)
                : new IOException($"{store.Place} cannot be used as a database / データベースとして使えません: {failure.Message}", failure);
        }
        catch
        {
            Undo(session);
            throw;
        }
    }

    private static void Undo(StoreSession session)
    {
        if (session.InTransaction)
        {
            session.Rollback();
        }
    }

    private Catalog Create(StoreSession session)
    {
        Execute(session, new Schema(template.Catalog, store.Dialect).Statements());
        var solutions = new ImportedSolutions(session);
        solutions.Create();
        solutions.Add(template.Solution, number: 1);
        return template.Catalog;
    }

    private Catalog Update(StoreSession session)
    {
        var solutions = new ImportedSolutions(session);
        var known = solutions.Fingerprints();
        if (known.Count == 0)
        {
            throw new IOException($"{store.Place} holds no org; use a new one. / 組織がありません。新しいものを使ってください。");
        }

        var isNewVersion = known[^1] != template.Solution.Fingerprint;
        var catalog = isNewVersion ? CatalogOver(solutions)
            : known.Count == 1 ? template.Catalog
            : template.CatalogAfter(solutions.All());
        Extend(session, catalog, isNewVersion);
        return catalog;
    }

    private Catalog CatalogOver(ImportedSolutions solutions)
    {
        var earlier = solutions.All();
        var catalog = template.CatalogAfter([.. earlier, template.Solution]);
        Shrinkage.Refuse(template.CatalogAfter(earlier), catalog);
        solutions.Add(template.Solution, earlier.Count + 1);
        return catalog;
    }

    // LocalOrg's own tables may have changed too.
    private void Extend(StoreSession session, Catalog catalog, bool isNewVersion)
    {
        var there = session.Query(new Sql(store.Dialect.ColumnsThere), data => (Table: data.GetString(0), Column: data.GetString(1), Type: data.GetString(2)));
        var names = there.ToLookup(column => column.Table, column => column.Column);
        if (there.Exists(column => IsAnother(catalog, column.Table, column.Column, column.Type)))
        {
            throw new IOException($"{store.Place} holds an org with other tables than this version's; use a new one. / 別の版のテーブルです。新しいものを使ってください。");
        }

        if (isNewVersion || Schema.TablesOf(catalog).Any(table => table.Columns.Keys.Except(names[table.Name]).Any()))
        {
            Execute(session, new Schema(catalog, store.Dialect).Statements(names));
            RightsRows.Add(catalog, session, RisingIds.Next);
        }
    }

    // A type may go on with a collation, which databases do not tell.
    private bool IsAnother(Catalog catalog, string table, string column, string type) =>
        catalog.Tables.TryGetValue(table, out var known) && known.Columns.TryGetValue(column, out var declared) && !store.Dialect.TypeOf(declared).StartsWith(type, StringComparison.Ordinal);

    private static void Execute(StoreSession session, IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            session.Execute(new Sql(statement));
        }
    }
}
