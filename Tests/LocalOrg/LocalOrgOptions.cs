using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Sales;

namespace CrmExtensions.Local;

/// <summary>How an org is set up.</summary>
public sealed record LocalOrgOptions
{
    /// <summary>The moment, UTC.</summary>
#pragma warning disable RS0030 // The default clock; tests give their own.
    public Func<DateTime> Clock { get; init; } = () => DateTime.UtcNow;
#pragma warning restore RS0030

    /// <summary>New ids; by default they rise with time, as the platform's do.</summary>
    public Func<Guid> NewId { get; init; } = RisingIds.Next;

    /// <summary>
    /// The engine of a new org. By default the one that the run-time configuration names: the property LocalOrg.Backend in a
    /// test project's runtimeconfig, "sqlite" where there is none.
    /// </summary>
    public Backend Backend { get; init; } = ConfiguredBackend;

    /// <summary>How long a statement waits for a row that another transaction has locked, before it fails with SQL timeout expired. PostgreSQL only: SQLite has one writer.</summary>
    public TimeSpan LongestLockWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many asynchronous jobs run at once; with 0 they run only when asked (<see cref="LocalOrg.RunJobs"/>).</summary>
    public int Workers { get; init; } = 8;

    /// <summary>What of closing an opportunity is not documented.</summary>
    public CloseBehavior Closing { get; init; } = new();

    /// <summary>Whether a custom API called from outside runs in a transaction; not documented (platform-facts.md 2).</summary>
    public bool CustomApiInTransaction { get; init; }

    /// <summary>
    /// Whether plug-ins may send bulk messages and batches. The platform lets them and advises against it
    /// (best-practices/business-logic/avoid-batch-requests-plugin.md), so they are refused unless asked for.
    /// </summary>
    public bool BulkInPlugins { get; init; }

    /// <summary>Tables whose recycle bin is on: what is deleted there can be restored for 30 days (restore-deleted-records.md).</summary>
    public IReadOnlySet<string> RecycleBin { get; init; } = new HashSet<string>();

    /// <summary>Whether managers reach what their people own; asked for, it is refused as unsupported.</summary>
    public bool HierarchySecurity
    {
        get;
        init => field = value ? throw new NotSupportedByLocalOrgException("hierarchy security") : value;
    }

    /// <summary>Language of labels.</summary>
    public int Language { get; init; } = Labels.English;

    /// <summary>Time zone of users: a Windows or IANA id.</summary>
    public string TimeZone { get; init; } = "Tokyo Standard Time";

    /// <summary>When fiscal years begin and how long their periods are.</summary>
    public FiscalCalendar Fiscal { get; init; } = new();

    /// <summary>Name of the root business unit.</summary>
    public string Name { get; init; } = OrgTemplate.Name;

    /// <summary>Whether steps registered after import (pac-config/steps) are there.</summary>
    public bool LateSteps { get; init; } = true;

    /// <summary>Whether the gate's steps are enabled, as an operator does where closing over the overdue limit is to be refused.</summary>
    public bool Gate { get; init; }

    /// <summary>
    /// Whether a commit to a file returns only when the disk has it, as a database server's does. Without, the end of the
    /// process loses nothing, but that of the machine may lose the last commits.
    /// </summary>
    public bool FlushesCommits { get; init; }

    private static Backend ConfiguredBackend => AppContext.GetData("LocalOrg.Backend") as string == "postgresql" ? Backend.PostgreSql : Backend.Sqlite;
}
