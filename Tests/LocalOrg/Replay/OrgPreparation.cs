using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Replay;

/// <summary>Makes the units, users, accounts, competitors and choice values that the deals name; what is there already stays.</summary>
internal sealed class OrgPreparation(LocalOrg org, string rootUnit)
{
    private static readonly string[] Roles = ["Salesperson", "WL Seller"];

    private readonly HashSet<Guid> known = [];
    private readonly HashSet<Guid> withRoles = [];

    /// <summary>The rep of a deal: one user per owner and team.</summary>
    public static Guid UserOf(DealRow deal) => StableId.Of("user", deal.Owner, deal.Team);

    /// <summary>An account carries the industry, so the same name in two industries is two accounts.</summary>
    public static Guid AccountOf(DealRow deal) => StableId.Of("account", deal.Account, deal.Industry);

    public static Guid CompetitorOf(string name) => StableId.Of("competitor", name);

    public static Guid ProductOf(string name) => StableId.Of("catalogue", name);

    public static Guid LeadOf(string source) => StableId.Of("lead", source);

    public void Prepare(IReadOnlyList<DealRow> deals)
    {
        foreach (var table in new[] { BusinessUnit.Table, SystemUser.Table, Account.Table, Competitor.Table, Product.Table, Lead.Table })
        {
            known.UnionWith(Existing.Ids(org.System, table));
        }

        var granted = new QueryExpression(SystemuserRoles.Table) { ColumnSet = new ColumnSet(SystemuserRoles.SystemUserId) };
        withRoles.UnionWith(Existing.Rows(org.System, granted).Select(row => row.GetAttributeValue<Guid>(SystemuserRoles.SystemUserId)));
        AddOptions(Account.Table, Account.IndustryCode, deals.Select(deal => deal.Industry));
        AddOptions(Lead.Table, Lead.LeadSourceCode, deals.Select(deal => deal.LeadSource));
        foreach (var deal in deals)
        {
            AddUnit(deal);
            AddUser(deal);
            AddAccount(deal);
            AddCompetitor(deal.Competitor);
            AddProduct(deal.Product);
            AddLead(deal.LeadSource);
        }
    }

    private void AddOptions(string table, string column, IEnumerable<string> labels)
    {
        foreach (var label in labels.Where(label => label.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (OptionOf(table, column, label) is null)
            {
                org.System.Execute(new OrganizationRequest("InsertOptionValue")
                {
                    ["EntityLogicalName"] = table,
                    ["AttributeLogicalName"] = column,
                    ["Label"] = new Label(label, Labels.English),
                });
            }
        }
    }

    private OptionSetValue? OptionOf(string table, string column, string label) =>
        org.Catalog.Tables[table].Columns[column].Options.FirstOrDefault(option => option.Labels.In(Labels.English) == label) is { } option
            ? new OptionSetValue(option.Value)
            : null;

    private Guid UnitOf(DealRow deal) =>
        deal.Team.Length == 0 || deal.Team == rootUnit ? WellKnown.RootBusinessUnit : StableId.Of("unit", deal.Team);

    private void AddUnit(DealRow deal)
    {
        if (UnitOf(deal) != WellKnown.RootBusinessUnit && known.Add(UnitOf(deal)))
        {
            org.AddBusinessUnit(deal.Team, id: UnitOf(deal));
        }
    }

    private void AddUser(DealRow deal)
    {
        var user = UserOf(deal);
        if (known.Add(user))
        {
            org.AddUser(deal.Owner, UnitOf(deal), Roles, user);
        }
        else if (withRoles.Add(user))
        {
            // An earlier run was interrupted between the user and its roles.
            org.GrantRoles(user, Roles);
        }

        withRoles.Add(user);
    }

    private void AddAccount(DealRow deal)
    {
        if ((deal.Account.Length > 0 || deal.Industry.Length > 0) && known.Add(AccountOf(deal)))
        {
            org.System.Create(new Entity(Account.Table, AccountOf(deal))
            {
                [Account.Name] = deal.Account.Length > 0 ? deal.Account : "—",
                [Account.IndustryCode] = OptionOf(Account.Table, Account.IndustryCode, deal.Industry),
            });
        }
    }

    private void AddCompetitor(string name)
    {
        if (name.Length > 0 && known.Add(CompetitorOf(name)))
        {
            org.System.Create(new Entity(Competitor.Table, CompetitorOf(name)) { [Competitor.Name] = name });
        }
    }

    private void AddProduct(string name)
    {
        if (name.Length > 0 && known.Add(ProductOf(name)))
        {
            org.System.Create(new Entity(Product.Table, ProductOf(name)) { [Product.Name] = name });
        }
    }

    private void AddLead(string source)
    {
        if (source.Length > 0 && known.Add(LeadOf(source)))
        {
            org.System.Create(new Entity(Lead.Table, LeadOf(source))
            {
                [Lead.Subject] = source,
                [Lead.LeadSourceCode] = OptionOf(Lead.Table, Lead.LeadSourceCode, source),
            });
        }
    }
}
