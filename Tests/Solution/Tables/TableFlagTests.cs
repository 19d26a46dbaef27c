namespace CrmExtensions.Tests.Tables;

/// <summary>What the platform does with our tables by itself (solution-anatomy.md 4.1).</summary>
[TestClass]
public sealed class TableFlagTests
{
    private static readonly string[] Off =
    [
        "IsDuplicateCheckSupported", "IsMailMergeEnabled", "IsConnectionsEnabled", "IsDocumentManagementEnabled", "AutoRouteToOwnerQueue", "IsOneNoteIntegrationEnabled",
        "IsKnowledgeManagementEnabled", "IsSLAEnabled", "IsMSTeamsIntegrationEnabled",
    ];

    // Written by folds alone, as often as anything changes: a history of them would be a second copy of the interviews'.
    private static readonly string[] WithoutHistory = ["wl_rollup", "wl_rollupperiod", "wl_foldticket"];

    [TestMethod]
    public void Duplicate_checks_mail_and_other_extras_are_off() => Expect.NoComplaint(TableXml.Own, table =>
        Off.Where(flag => table.Entity.Text(flag) != "0").Select(flag => $"{table} has {flag} {table.Entity.Text(flag)}."));

    [TestMethod]
    public void What_people_write_is_audited_and_what_is_counted_is_not() => Expect.NoComplaint(TableXml.Own, table =>
        Expect.Unless(table.Entity.Text("IsAuditEnabled") == (WithoutHistory.Contains(table.LogicalName) ? "0" : "1"), $"{table} is not."));

    [TestMethod]
    public void A_table_that_is_audited_audits_some_column() => Expect.All(
        TableXml.Own.Where(table => table.Entity.Text("IsAuditEnabled") == "1"),
        table => table.Columns.Any(column => column.IsOwn && column.Element.Text("IsAuditEnabled") == "1"),
        "does not.");

    // Synapse Link and other readers follow changes (architecture.md 5, sizes); tickets come and go within seconds.
    [TestMethod]
    public void Changes_of_every_table_can_be_followed_but_of_tickets() => Expect.NoComplaint(TableXml.Own, table =>
        Expect.Unless(table.Entity.Text("ChangeTrackingEnabled") == (table.LogicalName == "wl_foldticket" ? "0" : "1"), $"{table} cannot."));
}
