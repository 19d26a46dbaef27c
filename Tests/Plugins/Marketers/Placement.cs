using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Marketers;

/// <summary>A marketer of the root unit, two units with a lost deal each, and the assignments the program owner makes.</summary>
internal sealed class Placement : IDisposable
{
    public Placement()
    {
        OwnerId = Office.Org.AddUser("Program owner", null, ["WL Program Owner", "Basic User"]);
        West = Office.Org.AddBusinessUnit("West");
        WestRepId = Office.Org.AddUser("West rep", West, ["Salesperson", "WL Seller"]);
        Office.Lose(Office.Deal());
        Lose(Office.Org.As(WestRepId));
        Office.Org.RunJobs();
    }

    public Office Office { get; } = new();

    public Guid OwnerId { get; }

    public Guid West { get; }

    public Guid WestRepId { get; }

    public Guid East => Office.Unit;

    public IOrganizationService Owner => Office.Org.As(OwnerId);

    /// <summary>Monday 11 May 2026 in Tokyo, when the office opens.</summary>
    public static DateTime Today { get; } = new(2026, 5, 11);

    public static DateTime Day(int fromToday) => Today.AddDays(fromToday);

    public Guid Assign(DateTime? from, DateTime? to, Guid? unit = null, Guid? marketer = null)
    {
        var id = Owner.Create(Row(from, to, unit ?? East, marketer ?? Office.MarketerId));
        Office.Org.RunJobs();
        return id;
    }

    public static Entity Row(DateTime? from, DateTime? to, Guid? unit, Guid? marketer)
    {
        var row = new Entity(MarketerAssignment.Table) { [MarketerAssignment.From] = from, [MarketerAssignment.To] = to };
        row[MarketerAssignment.BusinessUnitId] = unit is { } where ? new EntityReference(BusinessUnit.Table, where) : null;
        row[MarketerAssignment.MarketerId] = marketer is { } who ? new EntityReference(SystemUser.Table, who) : null;
        return row;
    }

    public void Change(Guid assignment, string column, object? value)
    {
        Owner.Update(new Entity(MarketerAssignment.Table, assignment) { [column] = value });
        Office.Org.RunJobs();
    }

    /// <summary>The units whose interviews the marketer reads, by name.</summary>
    public string Reads()
    {
        try
        {
            var rows = Office.Marketer.RetrieveMultiple(new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(Interview.OwningBusinessUnit) }).Entities;
            return string.Join(' ', rows.Select(row => row.FormattedValues.TryGetValue(Interview.OwningBusinessUnit, out var name) ? name : UnitName(row)).Order());
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Message.Contains("prvReadwl_Interview", StringComparison.Ordinal))
        {
            return "";
        }
    }

    public EntityReference TeamOf(Guid unit) => Office.Rows(Team.Table).Single(team => team.GetAttributeValue<EntityReference>(Team.BusinessUnitId)!.Id == unit).ToEntityReference();

    public void AddByHand(Guid unit, Guid user) => Office.System.Execute(new OrganizationRequest("AddMembersTeam") { ["TeamId"] = TeamOf(unit).Id, ["MemberIds"] = new[] { user } });

    public void Dispose() => Office.Dispose();

    private string UnitName(Entity row) => Office.Rows(BusinessUnit.Table)
        .Single(unit => unit.Id == row.GetAttributeValue<EntityReference>(Interview.OwningBusinessUnit)!.Id)
        .GetAttributeValue<string>(BusinessUnit.Name)!;

    private static void Lose(IOrganizationService rep)
    {
        var deal = rep.Create(new Entity(Opportunity.Table) { [Opportunity.Name] = "Cold store" });
        rep.Execute(new OrganizationRequest("LoseOpportunity") { ["OpportunityClose"] = Office.CloseRow(deal), ["Status"] = new OptionSetValue(-1) });
    }
}
