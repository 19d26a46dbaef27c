using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads customapis/*, with the plug-in types they name.</summary>
internal static class CustomApiReader
{
    public static IEnumerable<CustomApi> ReadAll(string folder)
    {
        var types = SolutionXml.Files(Path.Combine(folder, "PluginAssemblies"), "*.data.xml")
            .Select(SolutionXml.Load)
            .SelectMany(assembly => assembly.Elements("PluginTypes").Elements("PluginType"))
            .ToDictionary(type => type.Name("PluginTypeId").ToLowerInvariant(), type => type.Name("Name"));
        return SolutionXml.Files(Path.Combine(folder, "customapis"), "customapi.xml").Select(path => Read(path, types));
    }

    private static CustomApi Read(string path, Dictionary<string, string> types)
    {
        var api = SolutionXml.Load(path);
        var type = api.Element("plugintypeid")?.Text("plugintypeid").ToLowerInvariant() ?? "";
        var requests = Parts(path, "customapirequestparameter.xml");
        return new CustomApi(
            api.Name("uniquename"),
            types.TryGetValue(type, out var name) ? name : throw new InvalidDataException($"{path} names plug-in type {type}, which no assembly registers."),
            api.Text("executeprivilegename"),
            [.. requests.Where(part => !part.Flag("isoptional")).Select(part => part.Name("uniquename"))],
            [.. requests.Where(part => part.Flag("isoptional")).Select(part => part.Name("uniquename"))],
            [.. Parts(path, "customapiresponseproperty.xml").Select(part => part.Name("uniquename"))])
        {
            Steps = (CustomApiSteps)api.Number("allowedcustomprocessingsteptype"),
        };
    }

    private static List<XElement> Parts(string path, string file) =>
        SolutionXml.Files(Path.GetDirectoryName(path)!, file).Select(SolutionXml.Load).ToList();
}
