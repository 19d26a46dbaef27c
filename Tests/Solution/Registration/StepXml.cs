using System.Globalization;
using System.Xml.Linq;

namespace CrmExtensions.Tests.Registration;

/// <summary>A step's XML: of the solution, or late.</summary>
internal sealed record StepXml(XmlFile File, bool IsLate)
{
    /// <summary>The configuration of steps that stay disabled until an operator enables the gate.</summary>
    public const string Gate = "gate";

    /// <summary>The messages whose ids we know to be the same in every org (solution-anatomy.md 18.1).</summary>
    public static IReadOnlyDictionary<string, string> KnownMessages { get; } = new Dictionary<string, string>
    {
        ["9ebdbb1b-ea3e-db11-86a7-000a3a5473e8"] = "Create",
        ["20bebb1b-ea3e-db11-86a7-000a3a5473e8"] = "Update",
        ["a1bdbb1b-ea3e-db11-86a7-000a3a5473e8"] = "Delete",
    };

    public static IEnumerable<StepXml> OfSolution => XmlFile.In("SdkMessageProcessingSteps").Select(file => new StepXml(file, IsLate: false));

    public static IEnumerable<StepXml> Late => Repo.FilesIn(XmlFile.LateSteps, ".xml").Select(file => new StepXml(XmlFile.Load(file), IsLate: true));

    public static IEnumerable<StepXml> All => OfSolution.Concat(Late);

    public string Id => File.Root.Attr("SdkMessageProcessingStepId");

    public string Message => IsLate ? File.Root.Text("SdkMessageName") : KnownMessages.GetValueOrDefault(File.Root.Text("SdkMessageId"), "");

    public string Class => File.Root.Text("PluginTypeName").Split(',')[0];

    public string Table => File.Root.Text("PrimaryEntity");

    public int Stage => int.Parse(File.Root.Text("Stage"), CultureInfo.InvariantCulture);

    public bool IsAsynchronous => File.Root.Text("Mode") == "1";

    public IReadOnlyList<string> Columns => File.Root.Commas("FilteringAttributes");

    public IEnumerable<XElement> Images => File.Root.Elements("SdkMessageProcessingStepImages").Elements("SdkMessageProcessingStepImage");

    public Registered Registered => new(Class, Message, Table, Stage, IsAsynchronous)
    {
        Columns = Columns,
        PreImage = Image("PreImage"),
        PostImage = Image("PostImage"),
        IsGate = File.Root.Text("Configuration") == Gate,
    };

    public override string ToString() => $"{File.Path} ({File.Root.Attr("Name")})";

    // An image without a list is of all columns.
    private IReadOnlyList<string> Image(string alias) => [.. Images.Where(image => image.Text("EntityAlias") == alias)
        .SelectMany(image => image.Element("Attributes") is null ? ["*"] : image.Commas("Attributes"))];
}
