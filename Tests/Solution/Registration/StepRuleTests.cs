namespace CrmExtensions.Tests.Registration;

/// <summary>What the platform demands of a step, which import does not always say (solution-anatomy.md 18, 25).</summary>
[TestClass]
public sealed class StepRuleTests
{
    private static readonly int[] Stages = [10, 20, 40];

    [TestMethod]
    public void A_step_runs_in_a_stage_of_the_pipeline_and_asynchronously_only_after_it() => Expect.NoComplaint(StepXml.All, step =>
    [
        .. Expect.Unless(Stages.Contains(step.Stage), $"{step} has stage {step.Stage}."),
        .. Expect.Unless(!step.IsAsynchronous || step.Stage == 40, $"{step} is asynchronous in stage {step.Stage}."),
        .. Expect.Unless(step.File.Root.Text("Mode") is "0" or "1", $"{step} has mode '{step.File.Root.Text("Mode")}'."),
    ]);

    [TestMethod]
    public void Only_an_asynchronous_step_deletes_its_job_when_done() =>
        Expect.All(StepXml.All, step => step.File.Root.Text("AsyncAutoDelete") is "0" || (step.IsAsynchronous && step.File.Root.Text("AsyncAutoDelete") is "1"), "has the wrong AsyncAutoDelete for its mode.");

    [TestMethod]
    [DataRow("EventHandlerTypeCode", "4602", DisplayName = "a plug-in type")]
    [DataRow("SupportedDeployment", "0", DisplayName = "on the server")]
    [DataRow("InvocationSource", "0", DisplayName = "the obsolete source")]
    [DataRow("ImpersonatingUserIdName", "", DisplayName = "no user's name, which another org does not have")]
    [DataRow("SdkMessageProcessingStepSecureConfigId", "", DisplayName = "no secret, which never travels")]
    public void A_step_has_the_one_value_that_fits_every_org(string element, string value) =>
        Expect.All(StepXml.All, step => step.File.Root.Text(element) == value, $"has another {element} than '{value}'.");

    [TestMethod]
    public void A_configuration_only_marks_the_gate_since_our_classes_read_none() =>
        Expect.All(StepXml.All, step => step.File.Root.Text("Configuration") is "" or StepXml.Gate, "has a configuration that nobody reads.");

    [TestMethod]
    public void A_step_is_for_a_table_that_exists_by_its_logical_name() =>
        Expect.All(StepXml.All, step => Org.Tables.ContainsKey(step.Table), "is for no table of the org.");

    [TestMethod]
    public void Only_a_step_on_update_filters_by_column() =>
        Expect.All(StepXml.All, step => step.Columns.Count == 0 || step.Message == "Update", "filters by columns without being on Update.");

    [TestMethod]
    public void Filters_and_images_name_columns_of_the_table_each_once() => Expect.NoComplaint(StepXml.All, step =>
        step.Images.Select(image => image.Commas("Attributes")).Prepend(step.Columns).SelectMany(list =>
            list.Where(column => !Org.Has(step.Table, column)).Select(column => $"{step} names '{column}', which {step.Table} does not have.")
                .Concat(list.Repeated().Select(column => $"{step} names {column} twice in one list."))));
}
