using System.Text.RegularExpressions;
using System.Xml.Linq;
using CrmExtensions.Tests.Forms;

namespace CrmExtensions.Tests.WebResources;

/// <summary>Commands and form events call functions that are there (solution-anatomy.md 7, 10).</summary>
[TestClass]
public sealed partial class RibbonTests
{
    // A function of the browser itself: naming it is the way to have a library loaded before the one that needs it.
    private const string LoadsOnly = "isNaN";

    private static IEnumerable<XmlFile> Ribbons => XmlFile.In("Entities").Where(file => file.Place.EndsWith("/RibbonDiff.xml", StringComparison.Ordinal));

    private static IEnumerable<(XmlFile File, string Function, string Library)> Calls =>
    [
        .. from ribbon in Ribbons
           from call in ribbon.Root.Descendants().Where(element => element.Attribute("FunctionName") is not null)
           where call.Attr("FunctionName") != LoadsOnly
           select (ribbon, call.Attr("FunctionName"), call.Attr("Library")["$webresource:".Length..]),
        .. from form in FormXml.All
           from handler in form.Form.Descendants("Handler")
           select (form.File, handler.Attr("functionName"), handler.Attr("libraryName")),
    ];

    [TestMethod]
    public void Every_function_that_is_called_is_offered_by_its_library() => Expect.NoComplaint(Calls, call =>
    {
        var text = Repo.Text($"{XmlFile.Source}/WebResources/{call.Library}");
        var parts = call.Function.Split('.');
        var offered = Offered().Match(text).Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Expect.Unless(
            parts.Length == 3 && text.Contains($"{parts[0]}.{parts[1]} = ", StringComparison.Ordinal) && offered.Contains(parts[2]),
            $"{call.File} calls {call.Function}, which {call.Library} does not offer.");
    });

    [TestMethod]
    public void A_form_loads_the_library_of_each_handler() => Expect.NoComplaint(FormXml.All.Where(form => form.Form.Descendants("Handler").Any()), form =>
        form.Form.Descendants("Handler").Select(handler => handler.Attr("libraryName")).Except(form.Form.Descendants("Library").Select(library => library.Attr("name")))
            .Select(library => $"{form} does not load {library}."));

    [TestMethod]
    public void A_button_has_its_command_its_rule_and_its_words_in_both_languages() => Expect.NoComplaint(
        from ribbon in Ribbons
        from button in ribbon.Root.Descendants("Button")
        let command = ribbon.Root.Descendants("CommandDefinition").SingleOrDefault(command => command.Attr("Id") == button.Attr("Command"))
        where command is null || !command.Descendants().Where(IsRule).All(rule => IsDefined(ribbon, rule)) || !Words(button).All(word => IsTold(ribbon, word))
        select $"{ribbon}: {button.Attr("Id")} has not.");

    private static bool IsRule(XElement element) => element.Name.LocalName is "EnableRule" or "DisplayRule";

    private static bool IsDefined(XmlFile ribbon, XElement rule) =>
        ribbon.Root.Elements("RuleDefinitions").Elements().Elements(rule.Name).Any(defined => defined.Attr("Id") == rule.Attr("Id"));

    private static IEnumerable<string> Words(XElement button) => button.Attributes().Where(attribute => attribute.Value.StartsWith("$LocLabels:", StringComparison.Ordinal)).Select(attribute => attribute.Value[11..]);

    private static bool IsTold(XmlFile ribbon, string id) => ribbon.Root.Elements("LocLabels").Elements("LocLabel").SingleOrDefault(label => label.Attr("Id") == id)
        ?.Elements("Titles").Elements("Title").Select(title => title.Attr("languagecode")).SequenceEqual(["1033", "1041"]) == true;

    // The object at the end of the function that makes the namespace.
    [GeneratedRegex(@"return (?:Object\.freeze\()?\{(?<names>[\w\s,]+)\}\)?;\s*\}\)\(\);\s*$")]
    private static partial Regex Offered();
}
