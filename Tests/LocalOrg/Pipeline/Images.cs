using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>Copies of the row for a step, with just the columns it registered.</summary>
internal static class Images
{
    /// <summary>Those before; of a bulk message one collection a row (PD/write-plugin-multiple-operation.md, "Entity images").</summary>
    public static EntityImageCollection[] Before(Step step, Operation operation) => EachOf(operation, row => Take(step, image => image.IsBefore, row.Before));

    /// <summary>Those after.</summary>
    public static EntityImageCollection[] After(Step step, Operation operation) =>
        EachOf(operation, row => Take(step, image => image.IsAfter && step.Stage == Stages.PostOperation, () => row.After?.Value));

    private static EntityImageCollection[] EachOf(Operation operation, Func<Operation, EntityImageCollection> take) =>
        BulkEvent.Is(operation.Message) ? [.. operation.Rows.Select(take)] : [take(operation)];

    private static EntityImageCollection Take(Step step, Func<StepImage, bool> which, Func<Entity?> source)
    {
        var images = new EntityImageCollection();
        foreach (var image in step.Images.Where(which))
        {
            if (source() is { } row)
            {
                images[image.Alias] = Copy(row, image.Columns);
            }
        }

        return images;
    }

    private static Entity Copy(Entity row, IReadOnlyList<string> columns)
    {
        var copy = new Entity(row.LogicalName, row.Id) { RowVersion = row.RowVersion };
        foreach (var (name, value) in row.Attributes)
        {
            if (columns.Count == 0 || columns.Contains(name))
            {
                copy.Attributes[name] = Copies.Of(value);
                if (row.FormattedValues.TryGetValue(name, out var label))
                {
                    copy.FormattedValues[name] = label;
                }
            }
        }

        return copy;
    }
}
