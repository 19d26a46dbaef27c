using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Insights;

/// <summary>People write the so-what and the status of a card, the server all else (architecture.md 4, S7).</summary>
/// <remarks>No service call, but one for the language of a refusal. The server's own write carries the source version, a secured column that no profile opens.</remarks>
[Step(Message.Update, Insight.Table, Stage.PreOperation, PreImageOfAll = true)]
public sealed class GuardInsight : Plugin
{
    protected override void Run(PluginRun run)
    {
        var target = run.Target;
        var before = run.PreImage;
        if (target.GetAttributeValue<string>(Insight.SourceVersion) is { } version)
        {
            run.Refuse(CardRules.JudgeVersion(before.GetAttributeValue<string>(Insight.SourceVersion), version));
            return;
        }

        var edit = EditOf(target, before);
        run.Refuse(CardRules.Judge(edit));
        if (edit.SendsSoWhat || edit.Status is not null)
        {
            target[Insight.CardStatus] = Choices.Stored((int)CardRules.StatusAfter(edit));
        }

        if (edit.SendsSoWhat && !ColumnValues.Same(edit.SoWhatBefore, edit.SoWhat))
        {
            target[Insight.InterpretedById] = edit.IsInterpreted ? new EntityReference(SystemUser.Table, run.Context.InitiatingUserId) : null;
            target[Insight.InterpretedOn] = edit.IsInterpreted ? run.Now : null;
        }
    }

    private static CardEdit EditOf(Entity target, Entity before) => new()
    {
        StatusBefore = StatusOf(before) ?? CardStatus.NotInterpreted,
        SoWhatBefore = before.GetAttributeValue<string>(Insight.SoWhat),
        Status = StatusOf(target),
        SendsSoWhat = target.Contains(Insight.SoWhat),
        SoWhat = target.GetAttributeValue<string>(Insight.SoWhat),
        Fixed = [.. CardColumns.OfServer.Where(column => target.Contains(column) && !ColumnValues.Same(target[column], before.Contains(column) ? before[column] : null))],
    };

    private static CardStatus? StatusOf(Entity row) => (CardStatus?)Choices.Offset(row.GetAttributeValue<OptionSetValue>(Insight.CardStatus));
}
