using System.Collections.Concurrent;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;

namespace CrmExtensions.Local;

/// <summary>An org as it is right after import, with the reference data of pac-config/data: made once a process, then copied.</summary>
internal sealed class OrgTemplate
{
    /// <summary>What the root business unit is called until somebody names it.</summary>
    public const string Name = "LocalOrg";

    private static readonly Lazy<OrgTemplate> Lazily = new(() => new OrgTemplate(
        Solution.At(Path.Combine(Home, "solution")),
        [.. StepReader.ReadLate(Path.Combine(Home, "steps"))],
        Metadata.ReferenceData.Read(Path.Combine(Home, "data")),
        new PluginLoader(Path.Combine(Home, "CrmExtensionsPlugins.dll")),
        isOwn: false));

    private static readonly DateTime Imported = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Lazy<Solution> SystemTables = new(() => Solution.At(Path.Combine(Home, "SystemTables")));
    private static readonly ConcurrentDictionary<(string Solution, string? Plugins), OrgTemplate> Others = [];
    private static readonly Lazy<PostgreSqlServer> Server = new(PostgreSqlServer.FromEnvironment);
    private readonly Lazy<SqliteStore> store;
    private readonly IReadOnlyList<Step> lateSteps;
    private readonly bool isOwn;

    private OrgTemplate(Solution solution, IReadOnlyList<Step> lateSteps, IReadOnlyList<Microsoft.Xrm.Sdk.Entity> referenceData, PluginLoader plugins, bool isOwn, Catalog? catalog = null)
    {
        this.isOwn = isOwn;
        this.lateSteps = lateSteps;
        Solution = solution;
        Catalog = catalog ?? CatalogAfter([solution]);
        ReferenceData = referenceData;
        Plugins = plugins;
        store = new Lazy<SqliteStore>(() => (SqliteStore)Furnished(SqliteStore.InMemory(Catalog)));
    }

    private static string Home => AppContext.BaseDirectory;

    public static OrgTemplate Shipped => Lazily.Value;

    public Solution Solution { get; }

    public Catalog Catalog { get; }

    /// <summary>The rows of pac-config/data.</summary>
    public IReadOnlyList<Microsoft.Xrm.Sdk.Entity> ReferenceData { get; }

    public PluginLoader Plugins { get; }

    /// <summary>Where a copy's row versions and autonumbers go on.</summary>
    public AutoNumbers Numbers { get; private set; } = new();

    public IStore NewStore(LocalOrgOptions options) => options.Backend switch
    {
        Backend.PostgreSql when isOwn => Server.Value.NewOwnStore(Catalog, options.LongestLockWait, fresh => Furnished(fresh)),
        Backend.PostgreSql => Server.Value.NewStore(Catalog, options.LongestLockWait, fresh => Furnished(fresh)),
        _ => store.Value.Copy(),
    };

    /// <summary>An org of another solution, a folder or a zip, read once a process; without a DLL, that of the zip is loaded.</summary>
    public static OrgTemplate Of(string solution, string? pluginAssembly) => Others.GetOrAdd((solution, pluginAssembly), key => new OrgTemplate(
        Solution.At(key.Solution),
        [],
        [],
        key.Plugins is null ? PluginLoader.FromBytes(SolutionZip.Assembly(key.Solution), key.Solution) : new PluginLoader(key.Plugins),
        isOwn: true).Checked());

    /// <summary>The same with other metadata, and so without the rows that belong to the shipped one's.</summary>
    public OrgTemplate With(Catalog catalog) => new(Solution, lateSteps, [], Plugins, isOwn: true, catalog);

    /// <summary>The metadata of an org that has imported solutions, one after the other.</summary>
    public Catalog CatalogAfter(IReadOnlyList<Solution> solutions) => CatalogReader.Read([SystemTables.Value, .. solutions], lateSteps);

    private OrgTemplate Checked()
    {
        Plugins.Demand(Catalog);
        return this;
    }

    /// <summary>Writes the rows every org has.</summary>
    public IStore Seeded(IStore fresh)
    {
        using var session = fresh.Open();
        var writer = new RowWriter(Catalog, session, new WriteTexts());
        session.Begin();
        writer.Insert(Row(BusinessUnit.Table, (BusinessUnit.Id, WellKnown.RootBusinessUnit), (BusinessUnit.Name, Name), (BusinessUnit.IsDisabled, false)));
        writer.Insert(Row(
            SystemUser.Table,
            (SystemUser.Id, WellKnown.SystemUser),
            (SystemUser.FullName, "SYSTEM"),
            (SystemUser.BusinessUnitId, WellKnown.RootBusinessUnit),
            (SystemUser.IsDisabled, true)));
        writer.Insert(Row(
            TransactionCurrency.Table,
            (TransactionCurrency.Id, WellKnown.BaseCurrency),
            (TransactionCurrency.CurrencyName, "Japanese Yen"),
            (TransactionCurrency.IsoCurrencyCode, "JPY"),
            (TransactionCurrency.CurrencySymbol, "¥"),
            (TransactionCurrency.CurrencyPrecision, 2),
            (TransactionCurrency.ExchangeRate, 1m)));
        writer.Insert(Row(
            Organization.Table,
            (Organization.Id, WellKnown.Organization),
            (Organization.Name, Name),
            (Organization.BaseCurrencyId, WellKnown.BaseCurrency)));
        RightsRows.Add(Catalog, session, RisingIds.Next);
        session.Commit();
        return fresh;
    }

    // The same moment for every copy: what an org is delivered with is older than whatever happens in it.
    private IStore Furnished(IStore fresh)
    {
        Numbers = LocalOrg.Import(Seeded(fresh), this, new LocalOrgOptions { Workers = 0, Clock = () => Imported });
        return fresh;
    }

    private RowValues Row(string table, params (string Column, object Value)[] columns)
    {
        var row = new RowValues(Catalog.Tables[table]);
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        return row;
    }
}
