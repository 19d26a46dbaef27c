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

    private static readonly Lazy<OrgTemplate> Lazily = new(() => new OrgTemplate());
    private static readonly DateTime Imported = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly ConcurrentDictionary<(string Solution, string Plugins), OrgTemplate> Others = [];
    private static readonly Lazy<PostgreSqlServer> Server = new(PostgreSqlServer.FromEnvironment);
    private readonly Lazy<SqliteStore> store;
    private readonly bool isOwn;

    private OrgTemplate()
        : this(
            CatalogReader.Read([Path.Combine(Home, "SystemTables"), Path.Combine(Home, "solution")], Path.Combine(Home, "steps")),
            Metadata.ReferenceData.Read(Path.Combine(Home, "data")),
            new PluginLoader(Path.Combine(Home, "CrmExtensionsPlugins.dll")),
            isOwn: false)
    {
    }

    private OrgTemplate(Catalog catalog, IReadOnlyList<Microsoft.Xrm.Sdk.Entity> referenceData, PluginLoader plugins, bool isOwn)
    {
        this.isOwn = isOwn;
        Catalog = catalog;
        ReferenceData = referenceData;
        Plugins = plugins;
        store = new Lazy<SqliteStore>(() => (SqliteStore)Furnished(SqliteStore.InMemory(Catalog)));
    }

    private static string Home => AppContext.BaseDirectory;

    public static OrgTemplate Shipped => Lazily.Value;

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

    /// <summary>An org of another solution, read once a process.</summary>
    public static OrgTemplate Of(string solution, string pluginAssembly) => Others.GetOrAdd((solution, pluginAssembly), key => new OrgTemplate(
        CatalogReader.Read([Path.Combine(Home, "SystemTables"), key.Solution], lateSteps: ""),
        [],
        new PluginLoader(key.Plugins),
        isOwn: true).Checked());

    private OrgTemplate Checked()
    {
        Plugins.Demand(Catalog);
        return this;
    }

    /// <summary>The same with other metadata, and so without the rows that belong to the shipped one's.</summary>
    public OrgTemplate With(Catalog catalog) => new(catalog, [], Plugins, isOwn: true);

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
        SeedRights(writer);
        session.Commit();
        return fresh;
    }

    // The same moment for every copy: what an org is delivered with is older than whatever happens in it.
    private IStore Furnished(IStore fresh)
    {
        Numbers = LocalOrg.Import(Seeded(fresh), this, new LocalOrgOptions { Workers = 0, Clock = () => Imported });
        return fresh;
    }

    private void SeedRights(RowWriter writer)
    {
        var administrator = new Metadata.Role(WellKnown.SystemAdministratorRole, "System Administrator", new Dictionary<string, AccessLevel>());
        foreach (var role in Catalog.Roles.Append(administrator))
        {
            writer.Insert(Row(
                Tables.Role.Table,
                (Tables.Role.Id, role.Id),
                (Tables.Role.Name, role.Name),
                (Tables.Role.BusinessUnitId, WellKnown.RootBusinessUnit),
                (Tables.Role.ParentRootRoleId, role.Id)));
        }

        foreach (var profile in Catalog.Profiles)
        {
            writer.Insert(Row(FieldSecurityProfile.Table, (FieldSecurityProfile.Id, profile.Id), (FieldSecurityProfile.Name, profile.Name)));
        }
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
