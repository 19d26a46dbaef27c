using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Interviews;

/// <summary>One interview, and what a rep and the manager do with it.</summary>
internal sealed class Desk : IDisposable
{
    private const int Prefix = 727_000_000;
    private readonly bool isGuest;

    public Desk(bool won = false)
    {
        Office = new Office();
        Deal = Office.Deal();
        if (won)
        {
            Office.Win(Deal, Day(1));
        }
        else
        {
            Office.Lose(Deal, Day(1));
        }

        Office.Org.RunJobs();
        Id = Office.Interviews(Deal).Single().Id;
    }

    /// <summary>The interview of a deal of an office that somebody else closes.</summary>
    public Desk(Office office, Guid deal)
        : this(office, deal, office.Interviews(deal).Single().Id)
    {
    }

    /// <summary>One of several interviews of a deal.</summary>
    public Desk(Office office, Guid deal, Guid interview)
    {
        Office = office;
        Deal = deal;
        Id = interview;
        isGuest = true;
    }

    public Office Office { get; }

    public Guid Deal { get; }

    public Guid Id { get; }

    public Entity Row => Office.System.Retrieve(Interview.Table, Id, new ColumnSet(true));

    public string Status => Row.FormattedValues[Interview.StatusCode];

    public static DateTime Day(int day) => new(2026, 4, day, 3, 0, 0, DateTimeKind.Utc);

    public static OptionSetValue Choice(int offset) => new(Prefix + offset);

    /// <summary>The reflection of a lost deal that went to nobody.</summary>
    public static Dictionary<string, object?> Reflection(Office office) => new()
    {
        [Interview.LossOutcome] = Choice(1),
        [Interview.Contest] = Choice(0),
        [Interview.SellerReasonId] = ReasonOf(office, "G1"),
        [Interview.SellerMomentStage] = Choice(9),
    };

    /// <summary>The customer's account of a lost deal, specific enough.</summary>
    public static Dictionary<string, object?> Hearing(Office office) => new()
    {
        [Interview.HeardOn] = new DateTime(2026, 4, 8),
        [Interview.HeardChannel] = Choice(1),
        [Interview.InterviewerId] = new EntityReference(SystemUser.Table, office.RepId),
        [Interview.InterviewerType] = Choice(0),
        [Interview.RespondentId] = Contact(office),
        [Interview.RespondentRole] = Choice(0),
        [Interview.MomentStage] = Choice(9),
        [Interview.MomentTrigger] = Choice(9),
        [Interview.MomentNarrative] = "6/12の役員会で情報システム部長が「移行計画が見えない」と発言し、A社が示した90日の導入計画と並べて比べられ、その場でA社に傾いた",
        [Interview.DecidingRemark] = "移行計画が見えない",
        [Interview.SpeakerSide] = Choice(0),
        [Interview.SpeakerRole] = Choice(2),
        [Interview.Contrast] = "A社は90日の導入計画を示したが当社は示せなかった",
        [Interview.WhatWouldChange] = "移行計画を最初の提案に入れる",
        [Interview.Reapproach] = Choice(0),
        [Interview.NoMarketingData] = true,
    };

    /// <summary>What a rep writes where the hearing is waived.</summary>
    public static Dictionary<string, object?> Note { get; } = new()
    {
        [Interview.SellerNote] = "3月の定例会議の後、先方の購買部長から今期は見送ると電話があり、理由は来期の予算に移すためと聞いた。以後は連絡を控えてほしいとのこと。",
        [Interview.NoMarketingData] = true,
    };

    public static EntityReference ReasonOf(Office office, string code) =>
        office.Rows(Reason.Table).Single(row => row.GetAttributeValue<string>(Reason.Code) == code).ToEntityReference();

    public void Save(IOrganizationService who, IReadOnlyDictionary<string, object?> values)
    {
        var row = new Entity(Interview.Table, Id);
        foreach (var (column, value) in values)
        {
            row[column] = value;
        }

        who.Update(row);
    }

    public void Save(IOrganizationService who, string column, object? value) => Save(who, new Dictionary<string, object?> { [column] = value });

    public void AddCustomerReason(string code, int rank = 0) => Office.Rep.Create(new Entity(InterviewReason.Table)
    {
        [InterviewReason.InterviewId] = new EntityReference(Interview.Table, Id),
        [InterviewReason.ReasonId] = ReasonOf(Office, code),
        [InterviewReason.Perspective] = Choice(0),
        [InterviewReason.Rank] = Choice(rank),
    });

    /// <summary>The rep asks, because the customer declines.</summary>
    public void AskForWaiver() => Office.Rep.Create(new Entity(Waiver.Table)
    {
        [Waiver.InterviewId] = new EntityReference(Interview.Table, Id),
        [Waiver.Reason] = Choice(0),
    });

    /// <summary>Decides over the one request there is.</summary>
    public void DecideWaiver(IOrganizationService who, int decision) =>
        who.Update(new Entity(Waiver.Table, Office.Rows(Waiver.Table).Single().Id) { [Waiver.Decision] = Choice(decision) });

    /// <summary>Moves to a status as the form does: state and status reason together.</summary>
    public void Move(IOrganizationService who, int status, params (string Column, object? Value)[] values)
    {
        var isActive = status is >= 1 and <= 5;
        var row = new Entity(Interview.Table, Id)
        {
            [Interview.StateCode] = new OptionSetValue(isActive ? 0 : 1),
            [Interview.StatusCode] = new OptionSetValue(status switch { 1 => 1, 6 => 2, _ => Prefix + status }),
        };
        foreach (var (column, value) in values)
        {
            row[column] = value;
        }

        who.Update(row);
    }

    /// <summary>Everything a complete interview needs.</summary>
    public void FillIn()
    {
        Save(Office.Rep, Reflection(Office));
        Save(Office.Rep, Hearing(Office));
        AddCustomerReason("H1");
    }

    public static string Refusal(Action act) => Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(act).Message;

    /// <summary>The interview of another deal of the same office.</summary>
    public Desk Of(Guid deal) => new(Office, deal);

    public void Dispose()
    {
        if (!isGuest)
        {
            Office.Dispose();
        }
    }

    private static EntityReference Contact(Office office) =>
        new(Tables.Contact.Table, office.System.Create(new Entity(Tables.Contact.Table) { [Tables.Contact.FullName] = "Buyer" }));
}
