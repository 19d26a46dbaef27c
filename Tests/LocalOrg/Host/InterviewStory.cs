using System.ServiceModel;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Replay;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace CrmExtensions.Local.Host;

/// <summary>
/// One lost deal from a vague report to a completed interview: the rep is refused with the next questions, asks the customer,
/// submits, the manager approves, and marketing reads the card. Every answer shown is the server's.
/// </summary>
internal sealed class InterviewStory(IAnsiConsole console, LocalOrg org)
{
    private static readonly string[] ManagerRoles = ["Salesperson", "WL Sales Manager"];
    private static readonly string[] MarketerRoles = ["WL Insight Reader"];
    private static readonly string[] Profiles = ["WL Interview People"];

    public void Tell(Guid rep)
    {
        if (LostToCompetitor(rep) is not { } interview)
        {
            return;
        }

        var manager = ManagerOf(rep);
        org.GrantProfiles(rep, Profiles);
        var sample = new SampleAnswers(org, rep);
        console.Write(new Rule(Markup.Escape($"ヒアリングの流れ / an interview: {interview.GetAttributeValue<string>(Interview.Name)}")).LeftJustified());

        Speak(rep, Labels.Japanese);
        org.As(rep).Create(sample.CustomersReason(interview.Id));
        Save(rep, interview.Id, sample.AsUsual(interview.GetAttributeValue<DateTime>(Interview.ClosedOn)));
        Line("営業担当が提出 / the rep submits", $"「{SampleAnswers.VagueScene}」", Submit(rep, interview.Id));
        Speak(rep, Labels.English);
        Line("英語の担当なら / the same to a rep with English UI", "", Submit(rep, interview.Id));
        Save(rep, interview.Id, SampleAnswers.AsHeard());
        Line("お客さまに聞いて提出 / having heard the customer", $"「{SampleAnswers.AsHeard()[Interview.MomentNarrative]}」", Submit(rep, interview.Id));
        Line("上司が承認 / the manager approves", "", Move(manager, interview.Id, Interview.StateCodeOption.Inactive, Interview.StatusCodeOption.Completed));
        org.RunJobs();
        Line("マーケターが読むカード / the card that marketing reads", "", Card(interview.GetAttributeValue<string>(Interview.CloseKey)!));
    }

    // As somebody who may read cards and nothing of the deal.
    private string Card(string key)
    {
        var query = new QueryExpression(Insight.Table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(Insight.InterviewKey, ConditionOperator.Equal, key);
        var card = Existing.Rows(org.As(org.AddUser("マーケター / Marketer", null, MarketerRoles)), query).Single();
        var marks = new[] { Insight.Industry, Insight.IndustryGroup, Insight.BusinessUnit, Insight.ProductLine }.Select(card.GetAttributeValue<string>).Where(mark => mark is not null);
        return $"{card.GetAttributeValue<string>(Insight.Name)}\n「{card.GetAttributeValue<string>(Insight.Quote)}」\n{string.Join(" · ", marks)}";
    }

    private Entity? LostToCompetitor(Guid rep)
    {
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(Interview.Name, Interview.ClosedOn, Interview.CloseKey) };
        query.Criteria.AddCondition(Interview.OwnerId, ConditionOperator.EqualUserId);
        query.Criteria.AddCondition(Interview.StateCode, ConditionOperator.Equal, Interview.StateCodeOption.Active);
        query.Criteria.AddCondition(Interview.Outcome, ConditionOperator.Equal, Interview.OutcomeOption.Lost);
        query.AddLink(InterviewCompetitor.Table, Interview.Id, InterviewCompetitor.InterviewId).LinkCriteria
            .AddCondition(InterviewCompetitor.IsWinner, ConditionOperator.Equal, true);
        query.AddOrder(Interview.ClosedOn, OrderType.Descending);
        return Existing.Rows(org.As(rep), query).FirstOrDefault();
    }

    private Guid ManagerOf(Guid rep)
    {
        var unit = org.System.Retrieve(SystemUser.Table, rep, new ColumnSet(SystemUser.BusinessUnitId)).GetAttributeValue<EntityReference>(SystemUser.BusinessUnitId)!.Id;
        var manager = org.AddUser("営業マネージャー / Sales manager", unit, ManagerRoles);
        org.System.Update(new Entity(SystemUser.Table, rep) { [SystemUser.ParentSystemUserId] = new EntityReference(SystemUser.Table, manager) });
        return manager;
    }

    private void Speak(Guid user, int language) =>
        org.System.Execute(new OrganizationRequest("Upsert") { ["Target"] = new Entity(UserSettings.Table, user) { [UserSettings.UILanguageId] = language } });

    private void Save(Guid user, Guid interview, IReadOnlyDictionary<string, object?> answers)
    {
        var row = new Entity(Interview.Table, interview);
        row.Attributes.AddRange(answers!);
        org.As(user).Update(row);
    }

    private string Submit(Guid user, Guid interview) => Move(user, interview, Interview.StateCodeOption.Active, Interview.StatusCodeOption.Submitted);

    private string Move(Guid user, Guid interview, int state, int status)
    {
        try
        {
            org.As(user).Update(new Entity(Interview.Table, interview) { [Interview.StateCode] = new OptionSetValue(state), [Interview.StatusCode] = new OptionSetValue(status) });
            var row = org.As(user).Retrieve(Interview.Table, interview, new ColumnSet(Interview.StatusCode, Interview.SpecificityScore, Interview.SpecificityBand, Interview.EvidenceGrade));
            return $"{Both(row, Interview.StatusCode)} · {row[Interview.SpecificityScore]} / 100 · {Both(row, Interview.SpecificityBand)}";
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            return refused.Message;
        }
    }

    private string Both(Entity row, string column)
    {
        var value = row.GetAttributeValue<OptionSetValue>(column)!.Value;
        var labels = org.Catalog.Tables[Interview.Table].Columns[column].Options.First(option => option.Value == value).Labels;
        return $"{labels.In(Labels.Japanese)} / {labels.In(Labels.English)}";
    }

    private void Line(string who, string what, string answer)
    {
        console.MarkupLineInterpolated($"[bold]{who}[/] {what}");
        console.Write(new Padder(new Spectre.Console.Text("→ " + answer), new Padding(2, 0, 0, 1)));
    }
}
