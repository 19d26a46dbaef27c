using System.Globalization;
using System.ServiceModel;
using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Soak;

/// <summary>What one worker of a soak does, drawn from its own seeded chance.</summary>
internal sealed class Acts(LocalOrg org, Ledger ledger, IReadOnlyList<Guid> shared, int worker)
{
    // Deadlock, time-out, row version, and a row or key somebody else was faster with.
    private static readonly HashSet<int> Contention = [-2147204784, -2147204783, -2147088254, -2147088238];

    private readonly Random chance = new(worker);
    private readonly List<Guid> own = [];
    private int number;

    /// <summary>One act, tried again for as long as others are in the way.</summary>
    public void Next()
    {
        var act = Drawn();
        for (var attempt = 0; attempt < 200; attempt++)
        {
            try
            {
                act();
                return;
            }
            catch (FaultException<OrganizationServiceFault> fault) when (Contention.Contains(fault.Detail.ErrorCode))
            {
                ledger.Contended(fault.Detail.ErrorCode);
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                ledger.Unexplained.Add($"{act.Method.Name}: {fault.Message}");
                return;
            }
        }

        ledger.Unexplained.Add($"{act.Method.Name}: two hundred attempts were not enough.");
    }

    private Action Drawn() => chance.Next(100) switch
    {
        < 25 => CountUp,
        < 40 => Transfer,
        < 60 => Make,
        < 70 when own.Count > 0 => Unmake,
        < 80 => WriteByKey,
        < 85 => Close,
        _ => Look,
    };

    private void CountUp()
    {
        var row = org.System.Retrieve(Account.Table, shared[chance.Next(shared.Count)], new ColumnSet(Account.Name, Account.VersionNumber));
        var next = int.Parse(row.GetAttributeValue<string>(Account.Name)!, CultureInfo.InvariantCulture) + 1;
        org.System.Execute(new UpdateRequest
        {
            Target = new Entity(Account.Table, row.Id) { RowVersion = row.RowVersion, [Account.Name] = next.ToString(CultureInfo.InvariantCulture) },
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        });
        ledger.Counted.AddOrUpdate(row.Id, 1, (_, count) => count + 1);
    }

    // Two shared rows in any order, so that transactions meet head-on, and a third row that tells whether it was all or nothing.
    private void Transfer()
    {
        var name = $"{worker}-{++number}";
        var requests = new OrganizationRequestCollection();
        foreach (var row in new[] { shared[chance.Next(shared.Count)], shared[chance.Next(shared.Count)] })
        {
            requests.Add(new UpdateRequest { Target = new Entity(Account.Table, row) { [Account.IndustryCode] = new OptionSetValue(chance.Next(1, 5)) } });
        }

        requests.Add(new CreateRequest { Target = new Entity(Contact.Table) { [Contact.FullName] = name } });
        org.System.Execute(new ExecuteTransactionRequest { Requests = requests });
        ledger.Transfers.Add(name);
    }

    private void Make()
    {
        var id = org.System.Create(new Entity(Competitor.Table) { [Competitor.Name] = $"{worker}" });
        own.Add(id);
        ledger.Live[id] = true;
    }

    private void Unmake()
    {
        var id = own[^1];
        org.System.Delete(Competitor.Table, id);
        own.RemoveAt(own.Count - 1);
        ledger.Live.TryRemove(id, out _);
    }

    private void WriteByKey()
    {
        var key = $"SOAK-{worker}-{chance.Next(20)}";
        var text = $"{++number}";
        org.System.Execute(new UpsertRequest { Target = new Entity(Reason.Table, Reason.Code, key) { [Reason.NameEn] = text } });
        ledger.ByKey[key] = text;
    }

    private void Close()
    {
        var id = org.System.Create(new Entity(Opportunity.Table) { [Opportunity.Name] = "Deal", [Opportunity.EstimatedValue] = new Money(chance.Next(1, 100_000)) });
        org.System.Execute(new OrganizationRequest(chance.Next(2) == 0 ? "WinOpportunity" : "LoseOpportunity")
        {
            ["OpportunityClose"] = new Entity(OpportunityClose.Table) { [OpportunityClose.OpportunityId] = new EntityReference(Opportunity.Table, id) },
            ["Status"] = new OptionSetValue(-1),
        });
        ledger.Closed.Add(id);
    }

    private void Look() => org.System.RetrieveMultiple(new FetchExpression(
        $"<fetch count='50'><entity name='opportunity'><attribute name='name'/><order attribute='estimatedvalue'/><filter><condition attribute='estimatedvalue' operator='gt' value='{chance.Next(100_000)}'/></filter></entity></fetch>"));
}
