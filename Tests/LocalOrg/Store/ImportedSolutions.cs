using System.Data.Common;
using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Store;

/// <summary>What an org that outlives the process keeps beside its rows: the solutions it has imported, one after the other.</summary>
internal sealed class ImportedSolutions(StoreSession session)
{
    private const string Table = "localorg";

    /// <summary>Makes the place for them.</summary>
    public void Create() => session.Execute(new Sql().Add("CREATE TABLE ").Name(Table).Add(" (number INTEGER NOT NULL PRIMARY KEY, fingerprint TEXT NOT NULL, solution ").Add(session.Dialect.TypeOfBytes).Add(" NOT NULL)"));

    public void Add(Solution solution, int number) =>
        session.Execute(new Sql().Add("INSERT INTO ").Name(Table).Add(" VALUES (").Value(number).Add(", ").Value(solution.Fingerprint).Add(", ").Value(solution.ToBytes()).Add(")"));

    public List<string> Fingerprints() => Read("fingerprint", data => data.GetString(0));

    public List<Solution> All() => Read("solution", data => Solution.FromBytes(data.GetFieldValue<byte[]>(0)));

    private List<T> Read<T>(string column, Func<DbDataReader, T> read) =>
        session.Query(new Sql().Add("SELECT ").Name(column).Add(" FROM ").Name(Table).Add(" ORDER BY number"), read);
}
