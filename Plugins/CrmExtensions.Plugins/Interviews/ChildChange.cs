using CrmExtensions.Framework;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Interviews;

/// <summary>A row below an interview that is about to be made, changed or deleted.</summary>
internal sealed class ChildChange
{
    private const string ParentColumn = Tables.InterviewReason.InterviewId;

    private ChildChange(string table, Entity? before, Entity? target)
    {
        Table = table;
        Before = before;
        Target = target;
    }

    public string Table { get; }

    /// <summary>The row as it is; empty where it is being made.</summary>
    public Entity? Before { get; }

    /// <summary>What will be written; empty where it is being deleted.</summary>
    public Entity? Target { get; }

    /// <summary>The interviews concerned: both, when a child moves from one to another.</summary>
    public IEnumerable<Guid> Parents => new[] { Before, Target }
        .Select(row => row?.GetAttributeValue<EntityReference>(ParentColumn)?.Id)
        .OfType<Guid>()
        .Distinct();

    public static ChildChange Of(PluginRun run) => new(
        run.Context.PrimaryEntityName,
        run.Context.PreEntityImages.TryGetValue(Image.Pre, out var image) ? image : null,
        run.Context.InputParameters["Target"] as Entity);

    /// <summary>The value as it will be.</summary>
    public T? After<T>(string column) => Target is not null && Target.Contains(column)
        ? Target.GetAttributeValue<T>(column)
        : Before is null ? default : Before.GetAttributeValue<T>(column);

    public T? Was<T>(string column) => Before is null ? default : Before.GetAttributeValue<T>(column);

    /// <summary>Whether it does nothing but empty columns, and only these.</summary>
    public bool EmptiesOnly(params string[] columns) =>
        Before is not null && Target is not null && Target.Attributes.All(column =>
            IsOfEveryUpdate(column.Key)
            || ColumnValues.Same(Was<object>(column.Key), column.Value)
            || (columns.Contains(column.Key) && !ColumnValues.IsFilled(column.Value)));

    /// <summary>The offset of a choice as it will be.</summary>
    public int? ChoiceAfter(string column) => Choices.Offset(After<OptionSetValue>(column));

    // What the platform adds itself.
    private bool IsOfEveryUpdate(string column) =>
        column == Table + "id" || column is Tables.Evidence.ModifiedOn or Tables.Evidence.ModifiedBy or Tables.Evidence.ModifiedOnBehalfBy;
}
