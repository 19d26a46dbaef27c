using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Data.Sqlite;

namespace CrmExtensions.Tests;

/// <summary>
/// What is kept of users in memory is what is committed, and to a transaction that has changed it, what it has made of it.
/// That is what a reader of the database itself would see: what others change counts once their transaction is committed
/// (PD/scalable-customization-design/database-transactions.md, "Transaction and locking awareness").
/// Two connections to one file, because an org in SQLite never has two transactions at once.
/// </summary>
[TestClass]
public sealed class UserDirectoryTests
{
    private const int StatementsOfASnapshot = 12;

    private readonly UserDirectory users = new();

    [TestMethod]
    public void A_transaction_reads_what_it_has_changed_and_nobody_else_does()
    {
        using var two = new TwoConnections();
        using var changing = two.One.Open();
        changing.Begin();
        Move(changing, two.Unit);

        Assert.AreEqual(two.Unit, UnitIn(changing));
        using (var reading = two.Other.Open())
        {
            Assert.AreEqual(WellKnown.RootBusinessUnit, UnitIn(reading));
        }

        Assert.AreEqual(two.Unit, UnitIn(changing));
        Roll(changing);
    }

    [TestMethod]
    public void A_commit_tells_everybody()
    {
        using var two = new TwoConnections();
        using var reading = two.Other.Open();
        UnitIn(reading);
        using (var changing = two.One.Open())
        {
            changing.Begin();
            Move(changing, two.Unit);
            UnitIn(changing);
            changing.Commit();

            users.Committed(changing);
        }

        Assert.AreEqual(two.Unit, UnitIn(reading));
    }

    [TestMethod]
    public void A_rollback_leaves_no_trace_with_anybody()
    {
        using var two = new TwoConnections();
        using var changing = two.One.Open();
        changing.Begin();
        Move(changing, two.Unit);
        UnitIn(changing);
        Roll(changing);

        Assert.AreEqual(WellKnown.RootBusinessUnit, UnitIn(changing));
        using var reading = two.Other.Open();
        Assert.AreEqual(WellKnown.RootBusinessUnit, UnitIn(reading));
    }

    [TestMethod]
    public void A_second_change_in_a_transaction_is_read_too()
    {
        using var two = new TwoConnections();
        using var changing = two.One.Open();
        changing.Begin();
        Move(changing, two.Unit);
        UnitIn(changing);
        Writer(changing, users).Delete(Table(SystemUser.Table), Some.Id(1));

        Assert.IsNull(UnitIn(changing));
        Roll(changing);
    }

    // The commit falls before each of the statements of a reader in turn, the first and the one after the last included.
    [TestMethod]
    public void What_was_read_before_a_commit_is_not_kept_after_it()
    {
        using var two = new TwoConnections();
        for (var statement = 1; statement <= StatementsOfASnapshot + 1; statement++)
        {
            var fresh = new UserDirectory();
            var target = statement % 2 == 0 ? WellKnown.RootBusinessUnit : two.Unit;
            using var connection = new SqliteConnection($"Data Source={two.Path};Pooling=False");
            connection.Open();
            using (var interrupted = new InterruptedSession(connection, two.One.Dialect, statement, () => Commit(two, fresh, target)))
            {
                fresh.UnitOf(Some.Id(1), TwoConnections.Catalog, interrupted);
                interrupted.Query(new Sql().Add("SELECT 1"), _ => true);
            }

            using var reading = two.Other.Open();
            Assert.AreEqual(target, fresh.UnitOf(Some.Id(1), TwoConnections.Catalog, reading), $"before statement {statement}");
        }
    }

    // Roles and teams committed between two statements of a reader are links to what it has not read.
    [TestMethod]
    public void A_user_who_appears_while_it_is_read_stops_nobody()
    {
        using var two = new TwoConnections();
        for (var statement = 1; statement <= StatementsOfASnapshot; statement++)
        {
            var fresh = new UserDirectory();
            var added = Some.Id(100 + statement);
            using var connection = new SqliteConnection($"Data Source={two.Path};Pooling=False");
            connection.Open();
            using var interrupted = new InterruptedSession(connection, two.One.Dialect, statement, () => Hire(two, added));

            Assert.AreEqual(Some.Id(1), fresh.Find(Some.Id(1), TwoConnections.Catalog, interrupted).Id);
        }
    }

    private Guid? UnitIn(StoreSession session) => users.UnitOf(Some.Id(1), TwoConnections.Catalog, session);

    private void Move(StoreSession session, Guid target) => Writer(session, users).Update(UserIn(target), Some.Id(1));

    private void Roll(StoreSession session)
    {
        session.Rollback();
        users.RolledBack(session);
    }

    private static void Commit(TwoConnections two, UserDirectory directory, Guid target)
    {
        using var session = two.One.Open();
        session.Begin();
        Writer(session, directory).Update(UserIn(target), Some.Id(1));
        session.Commit();
        directory.Committed(session);
    }

    // A user, a team and a role, all new, and the known user in both.
    private static void Hire(TwoConnections two, Guid id)
    {
        using var session = two.One.Open();
        session.Begin();
        var writer = Writer(session, new UserDirectory());
        writer.Insert(new RowValues(Table(Team.Table)) { [Team.Id] = id, [Team.Name] = "New", [Team.BusinessUnitId] = two.Unit });
        writer.Insert(new RowValues(Table(Tables.Role.Table)) { [Tables.Role.Id] = id, [Tables.Role.Name] = "New", [Tables.Role.BusinessUnitId] = two.Unit, [Tables.Role.ParentRootRoleId] = id });
        writer.Insert(new RowValues(Table(TeamMembership.Table)) { [TeamMembership.Id] = id, [TeamMembership.TeamId] = id, [TeamMembership.SystemUserId] = Some.Id(1) });
        writer.Insert(new RowValues(Table(SystemuserRoles.Table)) { [SystemuserRoles.Id] = id, [SystemuserRoles.RoleId] = id, [SystemuserRoles.SystemUserId] = Some.Id(1) });
        session.Commit();
    }

    private static Local.Metadata.Table Table(string name) => TwoConnections.Catalog.Tables[name];

    private static RowValues UserIn(Guid target) => new(Table(SystemUser.Table)) { [SystemUser.BusinessUnitId] = target };

    private static RowWriter Writer(StoreSession session, UserDirectory directory) => new(TwoConnections.Catalog, session, new WriteTexts(), directory);
}
