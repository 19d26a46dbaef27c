using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Marketers;

/// <summary>After an assignment has changed: the marketer teams of the units concerned have the members they must have today. What days bring, the sweep does.</summary>
[Step(Message.Create, MarketerAssignment.Table, Stage.Asynchronous)]
[Step(
    Message.Update,
    MarketerAssignment.Table,
    Stage.Asynchronous,
    Columns = [MarketerAssignment.MarketerId, MarketerAssignment.BusinessUnitId, MarketerAssignment.From, MarketerAssignment.To, MarketerAssignment.StateCode],
    PreImage = [MarketerAssignment.BusinessUnitId])]
[Step(Message.Delete, MarketerAssignment.Table, Stage.Asynchronous, PreImage = [MarketerAssignment.BusinessUnitId])]
public sealed class KeepMarketerTeams : Plugin
{
    protected override void Run(PluginRun run)
    {
        var before = run.Context.PreEntityImages.TryGetValue(Image.Pre, out var image) ? image : null;
        var units = new[] { before, run.Context.InputParameters["Target"] as Entity }
            .Select(row => row?.GetAttributeValue<EntityReference>(MarketerAssignment.BusinessUnitId)?.Id)
            .OfType<Guid>()
            .Distinct()
            .ToList();
        foreach (var team in MarketerTeam.Read(run.Org, units, BusinessDate.Of(run.Now, PolicyRow.Read(run.Org).Zone())))
        {
            team.Align(run);
        }
    }
}
