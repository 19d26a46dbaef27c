using System.Globalization;
using System.Xml.Linq;

namespace CrmExtensions.Tests.Registration;

/// <summary>Custom APIs: messages of our own, each with the class that is its main operation (solution-anatomy.md 19).</summary>
[TestClass]
public sealed class CustomApiTests
{
    private const int LastType = 12;

    private static IEnumerable<XmlFile> Apis => XmlFile.In("customapis").Where(file => file.Root.Name == "customapi");

    private static IEnumerable<XmlFile> Parameters => XmlFile.In("customapis").Where(file => file.Root.Name != "customapi");

    private static ILookup<string, string> Classes => XmlFile.In("PluginAssemblies").SelectMany(file => file.Root.Descendants("PluginType"))
        .ToLookup(type => type.Attr("PluginTypeId"), type => type.Attr("Name"));

    [TestMethod]
    public void What_a_class_declares_the_solution_registers_and_nothing_else() => Expect.SameLines(
        "the attributes",
        ShippedDll.CustomApis,
        "Solution/src/customapis",
        Apis.Select(api => $"{api.Root.Attr("uniquename")} by {ClassOf(api.Root)}"));

    [TestMethod]
    public void An_api_begins_with_the_publishers_prefix() =>
        Expect.All(Apis, api => api.Root.Attr("uniquename").StartsWith(Publisher.Prefix, StringComparison.Ordinal), "does not.");

    [TestMethod]
    public void An_api_is_an_unbound_action_that_no_one_adds_steps_to() => Expect.NoComplaint(Apis, api =>
        from element in new[] { "bindingtype", "isfunction", "allowedcustomprocessingsteptype", "workflowsdkstepenabled" }
        where api.Root.Text(element) != "0"
        select $"{api} has {element} '{api.Root.Text(element)}'.");

    [TestMethod]
    public void Calling_an_api_needs_a_privilege_that_exists() =>
        Expect.All(Apis, api => Security.Privilege.Parse(api.Root.Text("executeprivilegename")) is not null, "asks for no privilege, or for one that no table has.");

    [TestMethod]
    public void A_parameter_has_a_type_that_custom_apis_know() => Expect.All(
        Parameters,
        file => int.TryParse(file.Root.Text("type"), NumberStyles.None, CultureInfo.InvariantCulture, out var type) && type <= LastType,
        "does not.");

    [TestMethod]
    public void A_request_parameter_says_whether_it_may_be_left_out() => Expect.All(
        Parameters.Where(file => file.Root.Name == "customapirequestparameter"),
        file => file.Root.Text("isoptional") is "0" or "1",
        "does not.");

    private static string ClassOf(XElement api) => string.Join(" and ", Classes[api.Element("plugintypeid")?.Text("plugintypeid") ?? ""]);
}
