using System.Xml.Linq;

namespace CrmExtensions.Tests.Setup;

/// <summary>Late steps of every shape, so that the next one that is added to steps/ is registered too.</summary>
[TestClass]
public sealed class OwnStepTests
{
    private const string Type = "CrmExtensions.Closing.SupersedeInterviewOnReopen, CrmExtensionsPlugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=a78f5dd3bd22c79f";

    private const string WithImages = $"""
        <!-- <SdkMessageName>Not this one</SdkMessageName> -->
        <SdkMessageProcessingStep Name="T1 A &amp; B: &lt;SetState&gt;" SdkMessageProcessingStepId="{"{"}AAAAAAAA-0000-0000-0000-000000000001{"}"}">
          <SdkMessageName>SetState</SdkMessageName><PluginTypeName>{Type}</PluginTypeName><PrimaryEntity>opportunity</PrimaryEntity>
          <AsyncAutoDelete>0</AsyncAutoDelete><Description>&#x53D7;&#27880; &quot;and&quot; 失注</Description><InvocationSource>0</InvocationSource><Mode>0</Mode><Rank>5</Rank><Stage>40</Stage><SupportedDeployment>0</SupportedDeployment>
          <SdkMessageProcessingStepImages>
            <SdkMessageProcessingStepImage Name="PreImage">
              <SdkMessageProcessingStepImageId>{"{"}aaaaaaaa-0000-0000-0000-000000000002{"}"}</SdkMessageProcessingStepImageId><Attributes>statecode,statuscode</Attributes>
              <EntityAlias>PreImage</EntityAlias><ImageType>0</ImageType><MessagePropertyName>EntityMoniker</MessagePropertyName>
            </SdkMessageProcessingStepImage>
            <SdkMessageProcessingStepImage Name="PostImage">
              <SdkMessageProcessingStepImageId>{"{"}aaaaaaaa-0000-0000-0000-000000000003{"}"}</SdkMessageProcessingStepImageId>
              <EntityAlias>PostImage</EntityAlias><ImageType>1</ImageType><MessagePropertyName>EntityMoniker</MessagePropertyName>
            </SdkMessageProcessingStepImage>
          </SdkMessageProcessingStepImages>
        </SdkMessageProcessingStep>
        """;

    private const string Filtered = $"""
        <SdkMessageProcessingStep Name="T2 Filtered" SdkMessageProcessingStepId="{"{"}aaaaaaaa-0000-0000-0000-000000000004{"}"}">
          <SdkMessageName>Update</SdkMessageName><PluginTypeName>{Type}</PluginTypeName><PrimaryEntity>account</PrimaryEntity>
          <AsyncAutoDelete>1</AsyncAutoDelete><FilteringAttributes>name,accountnumber</FilteringAttributes><InvocationSource>0</InvocationSource><Mode>1</Mode><Rank>1</Rank><Stage>40</Stage><SupportedDeployment>0</SupportedDeployment>
        </SdkMessageProcessingStep>
        """;

    private const string AnyTable = $"""
        <SdkMessageProcessingStep Name="T3 Any table" SdkMessageProcessingStepId="{"{"}aaaaaaaa-0000-0000-0000-000000000005{"}"}">
          <SdkMessageName>Delete</SdkMessageName><PluginTypeName>{Type}</PluginTypeName>
          <AsyncAutoDelete>0</AsyncAutoDelete><InvocationSource>0</InvocationSource><Mode>0</Mode><Rank>1</Rank><Stage>20</Stage><SupportedDeployment>0</SupportedDeployment>
        </SdkMessageProcessingStep>
        """;

    [TestMethod]
    [EachShell]
    public async Task Images_filters_descriptions_and_steps_of_every_table_are_registered_as_written(Shell shell)
    {
        using var folder = TestFolder.Of(("a.xml", WithImages), ("b.xml", Filtered), ("c.xml", AnyTable));
        await using var org = await Installed.Ready();

        (await shell.Operator.At(org).Run("setup", "--steps", folder.Path)).Ended(0);

        Expect.NoComplaint(new[] { WithImages, Filtered, AnyTable }, text => LateStep.Complaints(org, XElement.Parse(text)));
    }

    [TestMethod]
    [EachShell]
    public async Task Of_an_image_only_what_has_changed_is_sent_and_the_order_of_columns_is_no_change(Shell shell)
    {
        using var folder = TestFolder.Of(("a.xml", WithImages));
        await using var org = await Installed.Ready();
        (await shell.Operator.At(org).Run("setup", "--steps", folder.Path)).Ended(0);
        var (writes, images) = (org.Writes.Count(), org.Rows.In("sdkmessageprocessingstepimage").ToList());
        images.Single(image => image.Text("name") == "PreImage")["attributes"] = "statuscode,statecode";
        images.Single(image => image.Text("name") == "PostImage")["entityalias"] = "Other";

        (await shell.Operator.At(org).Run("setup", "--steps", folder.Path)).Ended(0).Said("changed: image PostImage of T1 A & B: <SetState> (entityalias)");

        Assert.AreEqual("""{"entityalias":"PostImage"}""", org.Writes.Skip(writes).Single().Body);
    }

    [TestMethod]
    [EachShell("<SdkMessageProcessingStep Name=\"x\" />")]
    [EachShell("no XML")]
    public async Task A_file_that_is_no_step_is_named_before_anything_is_registered(Shell shell, string text)
    {
        using var folder = TestFolder.Of(("a.xml", Filtered), ("wrong.xml", text));
        await using var org = await Installed.Ready();

        (await shell.Operator.At(org).Run("setup", "--steps", folder.Path)).Ended(2).Complained("wrong.xml is no step");

        Assert.IsEmpty(org.Writes);
    }

    [TestMethod]
    [EachShell]
    public async Task A_folder_without_steps_is_said_to_be_empty(Shell shell)
    {
        using var folder = TestFolder.Of();
        await using var org = await Installed.Ready();

        (await shell.Operator.At(org).Run("unregister", "--steps", folder.Path)).Ended(2).Complained("There is no step in");
    }
}
