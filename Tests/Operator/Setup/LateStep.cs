using System.Xml.Linq;
using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests.Setup;

/// <summary>A file of steps/ against the row that setup made of it.</summary>
internal static class LateStep
{
    public static IEnumerable<string> Complaints(Dataverse org, XElement file)
    {
        var name = file.Attr("Name");
        if (org.Rows.Find(OrgModel.Tables["sdkmessageprocessingstep"], Guid.Parse(file.Attr("SdkMessageProcessingStepId"))) is not { } step)
        {
            return [$"{name} is not registered."];
        }

        var filter = org.Rows.Target(step, "sdkmessagefilterid");
        var type = file.Text("PluginTypeName").Split(", ");
        return
        [
            .. Wrong(name, step, StepColumns.Of(file)),
            .. Expect.Unless(org.Rows.Target(step, "sdkmessageid")?.Text("name") == file.Text("SdkMessageName"), $"{name} is on another message."),
            .. Expect.Unless(filter?.Text("primaryobjecttypecode") == (file.Element("PrimaryEntity")?.Value), $"{name} is for another table."),
            .. Expect.Unless(org.Rows.Target(step, "eventhandler_plugintype") is { } plugin && plugin.Text("typename") == type[0] && $"Version={plugin.Text("version")}" == type[2], $"{name} runs another plug-in."),
            .. Images(org, file, step),
        ];
    }

    private static IEnumerable<string> Images(Dataverse org, XElement file, Row step)
    {
        var images = file.Elements("SdkMessageProcessingStepImages").Elements("SdkMessageProcessingStepImage").ToList();
        var found = org.Rows.In("sdkmessageprocessingstepimage").Where(image => Equals(image["_sdkmessageprocessingstepid_value"], step.Id)).ToDictionary(image => image.Id);
        return
        [
            .. Expect.Unless(found.Count == images.Count, $"{step} has {found.Count} images."),
            .. images.SelectMany(image => found.TryGetValue(Guid.Parse(image.Text("SdkMessageProcessingStepImageId")), out var row)
                ? Wrong(image.Attr("Name"), row, StepColumns.OfImage(image))
                : [$"{image.Attr("Name")} of {step} is not registered."]),
        ];
    }

    private static IEnumerable<string> Wrong(string name, Row row, (string Property, object? Value)[] columns) =>
        columns.Where(column => !Equals(row[column.Property], column.Value)).Select(column => $"{name} has {column.Property} '{row[column.Property]}', not '{column.Value}'.");
}
