using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Pipeline;

/// <summary>What registering a step refuses (PD/register-plug-in.md, "Define entity images").</summary>
internal static class StepRules
{
    private static readonly HashSet<string> WithoutBefore = ["Create", "CreateMultiple"];
    private static readonly HashSet<string> WithoutAfter = ["Delete"];

    // Win, Lose and the like have none (platform-facts.md 0, fact 2).
    private static readonly HashSet<string> WithImages = ["Create", "Update", "Delete", "SetState", "Assign", "CreateMultiple", "UpdateMultiple"];

    // They become Create and Update, or the messages they hold (platform-facts.md 1); Execute is there and advised against (PD/event-framework.md).
    private static readonly HashSet<string> WithoutEvent = ["Upsert", "UpsertMultiple", "ExecuteMultiple", "ExecuteTransaction", "Execute"];

    /// <summary>Refuses what would never run, and images that the message does not have, at registration.</summary>
    /// <exception cref="InvalidDataException">The step is registered wrongly.</exception>
    public static void Check(Step step, IEnumerable<CustomApi> customApis)
    {
        CheckEvent(step, customApis.FirstOrDefault(api => api.Name == step.Message));
        CheckImages(step);
        if (step.IsAsynchronous && step.Stage != Stages.PostOperation)
        {
            throw new InvalidDataException($"Step '{step.Name}' is asynchronous, which only the PostOperation stage is.");
        }
    }

    // PD/customapi-table-columns.md, "Select a Custom Processing Step Type".
    private static void CheckEvent(Step step, CustomApi? api)
    {
        if (WithoutEvent.Contains(step.Message))
        {
            throw new NotSupportedByLocalOrgException($"steps of {step.Message}, for which '{step.Name}' asks");
        }

        if (api is { Steps: CustomApiSteps.None } || (api is { Steps: CustomApiSteps.Asynchronous } && !step.IsAsynchronous))
        {
            throw new InvalidDataException($"Step '{step.Name}': the custom API {api.Name} allows {(api.Steps == CustomApiSteps.None ? "no steps" : "asynchronous steps only")}.");
        }
    }

    private static void CheckImages(Step step)
    {
        if (step.Images.Count == 0)
        {
            return;
        }

        if (!WithImages.Contains(step.Message))
        {
            throw new InvalidDataException($"Step '{step.Name}' asks for an image, but the message {step.Message} has none.");
        }

        if (step.IsAsynchronous && BulkEvent.Is(step.Message))
        {
            throw new NotSupportedByLocalOrgException($"images of {step.Message} in an asynchronous step, for which '{step.Name}' asks");
        }

        CheckMoments(step);
    }

    private static void CheckMoments(Step step)
    {
        if (step.Images.Any(image => image.IsBefore) && WithoutBefore.Contains(step.Message))
        {
            throw new InvalidDataException($"Step '{step.Name}' asks for the row before {step.Message}, when there is none.");
        }

        if (step.Images.Any(image => image.IsAfter) && (WithoutAfter.Contains(step.Message) || step.Stage != Stages.PostOperation))
        {
            throw new InvalidDataException($"Step '{step.Name}' asks for the row after {step.Message}, which is not there in stage {step.Stage}.");
        }
    }
}
