using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>Copies of the row for a step, with just the columns it registered.</summary>
internal static class Images
{
    // Win, Lose and the like have none (platform-facts.md 1).
    private static readonly HashSet<string> Supporting = ["Create", "Update", "Delete", "SetState", "Assign"];

    public static EntityImageCollection Before(Step step, Operation operation) =>
        Take(step, operation, image => image.IsBefore && operation.Message != "Create", operation.Before);

    public static EntityImageCollection After(Step step, Operation operation) =>
        Take(step, operation, image => image.IsAfter && operation.Message != "Delete" && step.Stage == Stages.PostOperation, () => operation.After?.Value);

    private static EntityImageCollection Take(Step step, Operation operation, Func<StepImage, bool> which, Func<Entity?> source)
    {
        var images = new EntityImageCollection();
        foreach (var image in step.Images.Where(which))
        {
            Refuse(step, operation);
            if (source() is { } row)
            {
                images[image.Alias] = Copy(row, image.Columns);
            }
        }

        return images;
    }

    private static void Refuse(Step step, Operation operation)
    {
        if (BulkEvent.Is(operation.Message))
        {
            throw new NotSupportedByLocalOrgException($"images of {operation.Message}, for which step '{step.Name}' asks");
        }

        if (!Supporting.Contains(operation.Message))
        {
            throw new InvalidDataException($"Step '{step.Name}' asks for an image, but the message {operation.Message} has none.");
        }
    }

    private static Entity Copy(Entity row, IReadOnlyList<string> columns)
    {
        var copy = new Entity(row.LogicalName, row.Id) { RowVersion = row.RowVersion };
        foreach (var (name, value) in row.Attributes)
        {
            if (columns.Count == 0 || columns.Contains(name))
            {
                copy.Attributes[name] = value;
                if (row.FormattedValues.TryGetValue(name, out var label))
                {
                    copy.FormattedValues[name] = label;
                }
            }
        }

        return copy;
    }
}
