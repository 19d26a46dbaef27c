using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Data.Sqlite;

namespace CrmExtensions.Tests;

/// <summary>
/// What is kept of users in memory is what is committed, and to a transaction that has changed it, what it has made of it.
/// Two connections to one file, because an org in SQLite never has two transactions at once.
/// </summary>
[TestClass]
public sealed class UserDirectoryTests : IDisposable
{
    private const int StatementsOfASnapshot = 12;

    private readonly TempFile file = new();
    private readonly UserDirectory users = new();
    private readonly Guid unit;
    private readonly Catalog catalog;
    private readonly SqliteStore one;
    private readonly SqliteStore other;

    public UserDirectoryTests()
    {
        using (var org = LocalOrg.InFile(file.Path, Some.Options))
        {
            catalog = org.Catalog;
            unit = org.AddBusinessUnit("East");
            org.AddUser("Known", id: Some.Id(1));
        }

        one = SqliteStore.InFile(file.Path, catalog, flushesCommits: false);
        other = SqliteStore.InFile(file.Path, catalog, flushesCommits: false);
    }

    [TestMethod]
    public void A_transaction_reads_what_it_has_changed_and_nobody_else_does()
    {
        using var changing = one.Open();
        changing.Begin();
        Move(changing);

        Assert.AreEqual(unit, UnitIn(changing));
        using (var reading = other.Open())
        {
            Assert.AreEqual(WellKnown.RootBusinessUnit, UnitIn(reading));
        }

        Assert.AreEqual(unit, UnitIn(changing));
        Roll(changing);
    }

    [TestMethod]
    public void A_commit_tells_everybody()
    {
        using var reading = other.Open();
        UnitIn(reading);
        using (var changing = one.Open())
        {
            changing.Begin();
            Move(changing);
            UnitIn(changing);
            changing.Commit();

            users.Committed(changing);
        }

        Assert.AreEqual(unit, UnitIn(reading));
    }

    [TestMethod]
    public void A_rollback_leaves_no_trace_with_anybody()
    {
        using var changing = one.Open();
        changing.Begin();
        Move(changing);
        UnitIn(changing);
        Roll(changing);

        Assert.AreEqual(WellKnown.RootBusinessUnit, UnitIn(changing));
        using var reading = other.Open();
        Assert.AreEqual(WellKnown.RootBusinessUnit, UnitIn(reading));
    }

    [TestMethod]
    public void A_second_change_in_a_transaction_is_read_too()
    {
        using var changing = one.Open();
        changing.Begin();
        Move(changing);
        UnitIn(changing);
        Writer(changing).Delete(catalog.Tables[SystemUser.Table], Some.Id(1));

        Assert.IsNull(UnitIn(changing));
        Roll(changing);
    }

    // The commit falls before each of the statements of a reader in turn, the first and the one after the last included.
    [TestMethod]
    public void What_was_read_before_a_commit_is_not_kept_after_it()
    {
        for (var statement = 1; statement <= StatementsOfASnapshot + 1; statement++)
        {
            var fresh = new UserDirectory();
            var target = statement % 2 == 0 ? WellKnown.RootBusinessUnit : unit;
            using var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
            connection.Open();
            using (var interrupted = new InterruptedSession(connection, one.Dialect, statement, () => Commit(fresh, target)))
            {
                fresh.UnitOf(Some.Id(1), catalog, interrupted);
                interrupted.Query(new Sql().Add("SELECT 1"), _ => true);
            }

            using var reading = other.Open();
            Assert.AreEqual(target, fresh.UnitOf(Some.Id(1), catalog, reading), $"before statement {statement}");
        }
    }

    // Roles and teams committed between two statements of a reader are links to what it has not read.
    [TestMethod]
    public void A_user_who_appears_while_it_is_read_stops_nobody()
    {
        for (var statement = 1; statement <= StatementsOfASnapshot; statement++)
        {
            var fresh = new UserDirectory();
            var added = Some.Id(100 + statement);
            using var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
            connection.Open();
            using var interrupted = new InterruptedSession(connection, one.Dialect, statement, () => Hire(added));

            Assert.AreEqual(Some.Id(1), fresh.Find(Some.Id(1), catalog, interrupted).Id);
        }
    }

    public void Dispose()
    {
        one.Dispose();
        other.Dispose();
        file.Dispose();
    }

    private Guid? UnitIn(StoreSession session) => users.UnitOf(Some.Id(1), catalog, session);

    private void Move(StoreSession session) => Writer(session).Update(UserIn(unit), Some.Id(1));

    private void Roll(StoreSession session)
    {
        session.Rollback();
        users.RolledBack(session);
    }

    private void Commit(UserDirectory directory, Guid target)
    {
        using var session = one.Open();
        session.Begin();
        new RowWriter(catalog, session, new WriteTexts(), directory).Update(UserIn(target), Some.Id(1));
        session.Commit();
        directory.Committed(session);
    }

    // A user, a team and a role, all new, and the known user in both.
    private void Hire(Guid id)
    {
        using var session = one.Open();
        session.Begin();
        var writer = Writer(session);
        writer.Insert(new RowValues(catalog.Tables[Team.Table]) { [Team.Id] = id, [Team.Name] = "New", [Team.BusinessUnitId] = unit });
        writer.Insert(new RowValues(catalog.Tables[Tables.Role.Table]) { [Tables.Role.Id] = id, [Tables.Role.Name] = "New", [Tables.Role.BusinessUnitId] = unit, [Tables.Role.ParentRootRoleId] = id });
        writer.Insert(new RowValues(catalog.Tables[TeamMembership.Table]) { [TeamMembership.Id] = id, [TeamMembership.TeamId] = id, [TeamMembership.SystemUserId] = Some.Id(1) });
        writer.Insert(new RowValues(catalog.Tables[SystemuserRoles.Table]) { [SystemuserRoles.Id] = id, [SystemuserRoles.RoleId] = id, [SystemuserRoles.SystemUserId] = Some.Id(1) });
        session.Commit();
        users.Committed(session);
    }

    private RowValues UserIn(Guid target) => new(catalog.Tables[SystemUser.Table]) { [SystemUser.BusinessUnitId] = target };

    private RowWriter Writer(StoreSession session) => new(catalog, session, new WriteTexts(), users);
}
