using CrmExtensions.Local.Store;
using CrmExtensions.Tables;

namespace CrmExtensions.Local.Queries;

/// <summary>Shared rows as SQL: an index finds what has been shared with each user and team.</summary>
internal static class SharedRowsToSql
{
    private const string Alias = "poa";

    public static void Write(Sql sql, Dialect dialect, SharedRows shared, TableUse own) => sql
        .Name(own.SqlAlias, own.Table.PrimaryKey.Name).Add(" IN (SELECT ").Name(Alias, PrincipalObjectAccess.ObjectId)
        .Add(" FROM ").Name(PrincipalObjectAccess.Table).Add(" ").Name(Alias)
        .Add(" WHERE ").Name(Alias, PrincipalObjectAccess.PrincipalId).Add(" IN (")
        .Join(", ", shared.Principals, principal => sql.Value(dialect.Encode(shared.PrincipalColumn, principal)))
        .Add(") AND ((").Name(Alias, PrincipalObjectAccess.AccessRightsMask).Add(" | ").Name(Alias, PrincipalObjectAccess.InheritedAccessRightsMask)
        .Add(") & 1) = 1)");
}
