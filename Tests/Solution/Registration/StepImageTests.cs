using System.Xml.Linq;

namespace CrmExtensions.Tests.Registration;

/// <summary>Images: the row before and after, where the platform has one (solution-anatomy.md 18).</summary>
[TestClass]
public sealed class StepImageTests
{
    private const string Before = "0";
    private const string After = "1";

    private static IEnumerable<(StepXml Step, XElement Image)> Images => StepXml.All.SelectMany(step => step.Images.Select(image => (step, image)));

    [TestMethod]
    public void An_image_is_called_what_the_framework_looks_for() => Expect.NoComplaint(Images, found => Expect.Unless(
        found.Image.Text("EntityAlias") == AliasOf(found.Image) && found.Image.Attr("Name") == AliasOf(found.Image),
        $"{found.Step} has an image of type {found.Image.Text("ImageType")} called '{found.Image.Text("EntityAlias")}', '{found.Image.Attr("Name")}'."));

    [TestMethod]
    public void A_step_has_each_image_at_most_once() => Expect.NoComplaint(StepXml.All, step =>
        step.Images.Select(AliasOf).Repeated().Select(alias => $"{step} has several images {alias}."));

    [TestMethod]
    public void There_is_no_row_before_a_create_and_none_after_a_delete() => Expect.NoComplaint(Images, found => Expect.Unless(
        (found.Step.Message, found.Image.Text("ImageType")) is not ("Create", Before) and not ("Delete", After),
        $"{found.Step} asks for an image that {found.Step.Message} does not have."));

    [TestMethod]
    public void There_is_no_row_after_before_the_operation_is_done() => Expect.NoComplaint(Images, found => Expect.Unless(
        found.Image.Text("ImageType") == Before || found.Step.Stage == 40,
        $"{found.Step} asks for the row after the operation in stage {found.Step.Stage}."));

    [TestMethod]
    public void An_image_is_of_the_parameter_that_holds_the_row_of_its_message() => Expect.NoComplaint(Images, found => Expect.Unless(
        found.Image.Text("MessagePropertyName") == PropertyOf(found.Step.Message),
        $"{found.Step} takes its image of '{found.Image.Text("MessagePropertyName")}', not of '{PropertyOf(found.Step.Message)}'."));

    [TestMethod]
    public void A_message_without_a_row_of_its_own_has_no_image() =>
        Expect.All(StepXml.All, step => !step.Images.Any() || PropertyOf(step.Message).Length > 0, "has an image on a message that offers none for sure.");

    [TestMethod]
    public void An_image_lists_its_columns_because_an_empty_list_means_all_which_only_guards_need() => Expect.NoComplaint(Images, found =>
        Expect.Unless(found.Image.Commas("Attributes").Count > 0 || found.Step.Class.Contains(".Guard", StringComparison.Ordinal), $"{found.Step} has an image of all columns."));

    private static string AliasOf(XElement image) => image.Text("ImageType") switch
    {
        Before => "PreImage",
        After => "PostImage",
        _ => "",
    };

    private static string PropertyOf(string message) => message switch
    {
        "Create" => "Id",
        "Update" or "Delete" => "Target",
        _ => "",
    };
}
