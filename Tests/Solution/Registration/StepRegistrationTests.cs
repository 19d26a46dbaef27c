namespace CrmExtensions.Tests.Registration;

/// <summary>The attribute on the class is what we mean; the XML is what the platform runs. They say the same.</summary>
[TestClass]
public sealed class StepRegistrationTests
{
    [TestMethod]
    public void What_a_class_declares_the_solution_registers_once_and_nothing_else() => Expect.SameLines(
        "the attributes",
        ShippedDll.Steps(late: false).Select(step => step.ToString()),
        "Solution/src/SdkMessageProcessingSteps",
        StepXml.OfSolution.Select(step => step.Registered.ToString()));

    [TestMethod]
    public void What_a_class_declares_as_late_is_registered_after_import_once_and_nothing_else() => Expect.SameLines(
        "the attributes",
        ShippedDll.Steps(late: true).Select(step => step.ToString()),
        "pac-config/steps",
        StepXml.Late.Select(step => step.Registered.ToString()));

    [TestMethod]
    public void Every_plug_in_class_says_what_calls_it() =>
        Expect.All(ShippedDll.Plugins, ShippedDll.IsDeclared, "has neither a [Step] nor a [CustomApi].");

    [TestMethod]
    public void A_step_of_the_solution_names_its_message_by_an_id_that_every_org_has() => Expect.NoComplaint(StepXml.OfSolution, step =>
    [
        .. Expect.Unless(step.Message.Length > 0, $"{step} has the message id '{step.File.Root.Text("SdkMessageId")}', which is none of {string.Join(", ", StepXml.KnownMessages.Values)}."),
        .. Expect.Unless(step.File.Root.Element("SdkMessageName") is null, $"{step} names its message besides its id."),
    ]);

    [TestMethod]
    public void A_late_step_names_its_message_and_leaves_the_id_to_the_org() => Expect.NoComplaint(StepXml.Late, step =>
    [
        .. Expect.Unless(step.Message.Length > 0, $"{step} has no SdkMessageName."),
        .. Expect.Unless(step.File.Root.Element("SdkMessageId") is null, $"{step} has an SdkMessageId."),
        .. Expect.Unless(!StepXml.KnownMessages.Values.Contains(step.Message), $"{step} need not be late: the id of {step.Message} is known."),
    ]);

    [TestMethod]
    public void A_step_is_named_after_its_class_its_message_and_its_table() => Expect.NoComplaint(StepXml.All, step =>
    {
        var expected = $" {step.Class.Split('.')[^1]}: {step.Message} of {step.Table}";
        return Expect.Unless(step.File.Root.Attr("Name").EndsWith(expected, StringComparison.Ordinal), $"{step} is not named '…{expected}'.");
    });

    [TestMethod]
    public void No_two_steps_share_a_name() =>
        Expect.NoComplaint(StepXml.All.Select(step => step.File.Root.Attr("Name")).Repeated().Select(name => $"'{name}' names several steps."));
}
