using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads steps: of a solution, whose messages are platform constants, and late ones, whose messages are named.</summary>
internal static class StepReader
{
    // The same in every org (solution-anatomy.md 18.1).
    private static IReadOnlyDictionary<string, string> Messages { get; } = new Dictionary<string, string>
    {
        ["9ebdbb1b-ea3e-db11-86a7-000a3a5473e8"] = "Create",
        ["20bebb1b-ea3e-db11-86a7-000a3a5473e8"] = "Update",
        ["a1bdbb1b-ea3e-db11-86a7-000a3a5473e8"] = "Delete",
        ["1cbebb1b-ea3e-db11-86a7-000a3a5473e8"] = "SetState",
        ["8cbdbb1b-ea3e-db11-86a7-000a3a5473e8"] = "Assign",
    };

    public static IEnumerable<Step> ReadAll(Solution solution) =>
        solution.Parts.Elements("SdkMessageProcessingSteps").Elements("SdkMessageProcessingStep").Select(element => Read(element, late: false));

    /// <summary>Steps in a folder of their own, which are registered after import.</summary>
    public static IEnumerable<Step> ReadLate(string folder) => SolutionXml.Files(folder, "*.xml").Select(path => Read(SolutionXml.Load(path), late: true));

    private static Step Read(XElement element, bool late) => new()
    {
        Id = SolutionXml.Id(element.Name("SdkMessageProcessingStepId")),
        Name = element.Name("Name"),
        Message = MessageOf(element),
        Table = element.Text("PrimaryEntity"),
        TypeName = element.Text("PluginTypeName").Split(',')[0],
        Stage = element.Number("Stage"),
        IsAsynchronous = element.Flag("Mode"),
        Rank = element.Number("Rank", 1),
        DeleteJobWhenDone = element.Flag("AsyncAutoDelete"),
        FilteringColumns = element.List("FilteringAttributes"),
        Configuration = element.Text("Configuration"),
        Images = [.. element.Elements("SdkMessageProcessingStepImages").Elements("SdkMessageProcessingStepImage").Select(Image)],
        RunsAs = Guid.TryParse(element.Text("ImpersonatingUserId"), out var user) ? user : null,
        IsLate = late,
    };

    private static string MessageOf(XElement element)
    {
        if (element.Text("SdkMessageName") is { Length: > 0 } name)
        {
            return name;
        }

        return Messages.TryGetValue(element.Text("SdkMessageId").ToLowerInvariant(), out var known)
            ? known
            : throw new NotSupportedException($"{SolutionXml.PlaceOf(element)}: the message id {element.Text("SdkMessageId")} is none that LocalOrg knows.");
    }

    private static StepImage Image(XElement element) => new(
        element.Text("EntityAlias"),
        element.Number("ImageType"),
        element.List("Attributes"),
        element.Text("MessagePropertyName"));
}
