using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads custom APIs, with the plug-in types they name.</summary>
internal static class CustomApiReader
{
    public static IEnumerable<CustomApi> ReadAll(Solution solution)
    {
        var types = solution.Parts.Elements("SolutionPluginAssemblies").Elements("PluginAssembly").Elements("PluginTypes").Elements("PluginType")
            .ToDictionary(type => type.Name("PluginTypeId").ToLowerInvariant(), type => type.Name("Name"));
        return solution.Parts.Elements("customapis").Elements("customapi").Select(api => Read(api, types));
    }

    private static CustomApi Read(XElement api, Dictionary<string, string> types)
    {
        var type = api.Element("plugintypeid")?.Text("plugintypeid").ToLowerInvariant() ?? "";
        var requests = api.Elements("customapirequestparameter").ToList();
        return new CustomApi(
            api.Name("uniquename"),
            types.TryGetValue(type, out var name) ? name : throw new InvalidDataException($"{SolutionXml.PlaceOf(api)} names plug-in type {type}, which no assembly registers."),
            api.Text("executeprivilegename"),
            [.. requests.Where(part => !part.Flag("isoptional")).Select(part => part.Name("uniquename"))],
            [.. requests.Where(part => part.Flag("isoptional")).Select(part => part.Name("uniquename"))],
            [.. api.Elements("customapiresponseproperty").Select(part => part.Name("uniquename"))])
        {
            Steps = (CustomApiSteps)api.Number("allowedcustomprocessingsteptype"),
        };
    }
}
