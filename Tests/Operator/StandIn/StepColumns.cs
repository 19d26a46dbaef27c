using System.Globalization;
using System.Xml.Linq;

namespace CrmExtensions.Tests.StandIn;

/// <summary>What a step's XML says, as the org should have it: read here by other code than the scripts'.</summary>
internal static class StepColumns
{
    public static (string Property, object? Value)[] Of(XElement step) =>
    [
        ("name", step.Attr("Name")),
        ("description", Text(step, "Description")),
        ("stage", Number(step, "Stage")),
        ("mode", Number(step, "Mode")),
        ("rank", Number(step, "Rank")),
        ("asyncautodelete", step.Text("AsyncAutoDelete") == "1"),
        ("configuration", Text(step, "Configuration")),
        ("filteringattributes", Text(step, "FilteringAttributes")),
        ("invocationsource", Number(step, "InvocationSource")),
        ("supporteddeployment", Number(step, "SupportedDeployment")),
    ];

    public static (string Property, object? Value)[] OfImage(XElement image) =>
    [
        ("name", image.Attr("Name")),
        ("entityalias", Text(image, "EntityAlias")),
        ("imagetype", Number(image, "ImageType")),
        ("messagepropertyname", Text(image, "MessagePropertyName")),
        ("attributes", Text(image, "Attributes")),
    ];

    private static string? Text(XElement element, string child) => element.Text(child) is { Length: > 0 } text ? text : null;

    private static int Number(XElement element, string child) => int.Parse(element.Text(child), CultureInfo.InvariantCulture);
}
