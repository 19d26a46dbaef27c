using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Interviews;

/// <summary>Marks the interview whenever one of its children changes, so that whatever counts or copies it sees the change.</summary>
[Step(Message.Create, InterviewCompetitor.Table, Stage.PreOperation)]
[Step(Message.Update, InterviewCompetitor.Table, Stage.PreOperation, PreImage = [InterviewCompetitor.InterviewId])]
[Step(Message.Delete, InterviewCompetitor.Table, Stage.PreOperation, PreImage = [InterviewCompetitor.InterviewId])]
public sealed class StampInterviewOfChild : Plugin
{
    protected override void Run(PluginRun run)
    {
        // Both, when a child moves from one interview to another.
        foreach (var interview in new[] { Before(run), After(run) }.OfType<EntityReference>().Select(parent => parent.Id).Distinct())
        {
            run.Org.Update(new Entity(Interview.Table, interview) { [Interview.ChildStamp] = run.Now }.ByServer());
        }
    }

    private static EntityReference? Before(PluginRun run) =>
        run.Context.PreEntityImages.TryGetValue(Image.Pre, out var image) ? image?.GetAttributeValue<EntityReference>(InterviewCompetitor.InterviewId) : null;

    private static EntityReference? After(PluginRun run) =>
        run.Context.InputParameters["Target"] is Entity target ? target.GetAttributeValue<EntityReference>(InterviewCompetitor.InterviewId) : null;
}
