using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Pipeline;

/// <summary>What registering a step refuses (PD/register-plug-in.md, "Define entity images").</summary>
internal static class StepRules
{
    private static readonly HashSet<string> WithoutBefore = ["Create", "CreateMultiple"];
    private static readonly HashSet<string> WithoutAfter = ["Delete"];

    // Win, Lose and the like have none (platform-facts.md 0, fact 2). Those of bulk events are refused when the step runs.
    private static readonly HashSet<string> WithImages = ["Create", "Update", "Delete", "SetState", "Assign", "CreateMultiple", "UpdateMultiple"];

    /// <summary>Refuses images that the message does not have, at registration.</summary>
    /// <exception cref="InvalidDataException">The step is registered wrongly.</exception>
    public static void Check(Step step)
    {
        if (step.Images.Count > 0 && !WithImages.Contains(step.Message))
        {
            throw new InvalidDataException($"Step '{step.Name}' asks for an image, but the message {step.Message} has none.");
        }

        if (step.Images.Any(image => image.IsBefore) && WithoutBefore.Contains(step.Message))
        {
            throw new InvalidDataException($"Step '{step.Name}' asks for the row before {step.Message}, when there is none.");
        }

        if (step.Images.Any(image => image.IsAfter) && (WithoutAfter.Contains(step.Message) || step.Stage != Stages.PostOperation))
        {
            throw new InvalidDataException($"Step '{step.Name}' asks for the row after {step.Message}, which is not there in stage {step.Stage}.");
        }

        if (step.IsAsynchronous && step.Stage != Stages.PostOperation)
        {
            throw new InvalidDataException($"Step '{step.Name}' is asynchronous, which only the PostOperation stage is.");
        }
    }
}
