namespace CrmExtensions.Tests.StandIn;

/// <summary>What the platform demands of a step and an image beyond their types (developer/data-platform/register-plug-in).</summary>
internal static class StepRules
{
    private static readonly int[] Stages = [10, 20, 40];

    private static readonly string[] WithImages = ["Assign", "Create", "Delete", "DeliverIncoming", "DeliverPromote", "Merge", "Route", "Send", "SetState", "SetStateDynamicEntity", "Update"];

    public static void Check(OrgRows rows, Row row)
    {
        switch (row.Table.Name)
        {
            case "sdkmessageprocessingstep":
                CheckStep(rows, row);
                break;
            case "sdkmessageprocessingstepimage":
                CheckImage(rows, row);
                break;
        }
    }

    private static void CheckStep(OrgRows rows, Row step)
    {
        Demand(Stages.Contains((int)step["stage"]!), $"Stage {step["stage"]} is not one that custom steps run in.");
        Demand(step["mode"] is 0 || step["stage"] is 40, "Only steps of stage 40 run asynchronously.");
        Demand(step["asyncautodelete"] is not true || step["mode"] is 1, "Only an asynchronous step has a job to delete.");
        Demand((step["statecode"], step["statuscode"]) is (0, 1) or (1, 2), $"{step["statuscode"]} is not a valid status code for state code {step["statecode"]}.");
        if (rows.Target(step, "sdkmessagefilterid") is { } filter)
        {
            Demand(Equals(filter["_sdkmessageid_value"], step["_sdkmessageid_value"]), "The message filter is of another message.");
            Demand(filter["iscustomprocessingstepallowed"] is true, "Custom steps are not allowed on that message and table.");
        }
    }

    private static void CheckImage(OrgRows rows, Row image)
    {
        var step = rows.Target(image, "sdkmessageprocessingstepid")!;
        var message = rows.Target(step, "sdkmessageid")!.Text("name");
        Demand(WithImages.Contains(message), $"Message {message} does not support images.");
        Demand(image["imagetype"] is 0 || step["stage"] is 40, "There is no post-image before stage 40.");
    }

    private static void Demand(bool rule, string otherwise)
    {
        if (!rule)
        {
            throw new ApiFault(400, "0x80040203", otherwise);
        }
    }
}
