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
        var earlier = solutions.Read();
        if (earlier.Count == 0)
        {
            throw new IOException($"{store.Place} holds no org; use a new one. / 組織がありません。新しいものを使ってください。");
        }

        var isNewVersion = earlier[^1].Fingerprint != template.Solution.Fingerprint;
        if (isNewVersion)
        {
            solutions.Add(template.Solution, earlier.Count + 1);
        }

        var before = earlier.Count == 1 && !isNewVersion ? template.Catalog : template.CatalogAfter(earlier);
        var after = isNewVersion ? template.CatalogAfter([.. earlier, template.Solution]) : before;
        Shrinkage.Refuse(before, after);
        Extend(session, after, isNewVersion);
        return after;
    }

    private void Extend(StoreSession session, Catalog catalog, bool isNewVersion)
    {
        var there = session.Query(new Sql(store.Dialect.ColumnsThere), data => (Table: data.GetString(0), Column: data.GetString(1))).ToLookup(column => column.Table, column => column.Column);
        if (isNewVersion || Schema.TablesOf(catalog).Any(table => table.Columns.Keys.Except(there[table.Name]).Any()))
        {
            Execute(session, new Schema(catalog, store.Dialect).Statements(there));
            RightsRows.Add(catalog, session, RisingIds.Next);
        }
    }

    private static void Execute(StoreSession session, IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            session.Execute(new Sql(statement));
        }
    }
}
