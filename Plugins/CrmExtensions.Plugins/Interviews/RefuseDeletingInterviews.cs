using CrmExtensions.Framework;
using CrmExtensions.Tables;
using CrmExtensions.Texts;

namespace CrmExtensions.Interviews;

/// <summary>The record of a close is never deleted; a privacy purge empties it instead (product.md 6, B7).</summary>
[Step(Message.Delete, Interview.Table, Stage.PreValidation)]
public sealed class RefuseDeletingInterviews : Plugin
{
    protected override void Run(PluginRun run) => run.Refuse(new Refusal(Text.InterviewIsKept));
}
