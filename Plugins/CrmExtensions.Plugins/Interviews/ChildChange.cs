using CrmExtensions.Framework;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Interviews;

/// <summary>A row below an interview that is about to be made, changed or deleted.</summary>
internal sealed class ChildChange
{
    /// <summary>The same in every table below an interview.</summary>
    public const string ParentColumn = Tables.InterviewReason.InterviewId;

    // The platform sends these along.
    private static readonly HashSet<string> Stamps = [Tables.InterviewReason.ModifiedOn, Tables.InterviewReason.ModifiedBy, Tables.InterviewReason.ModifiedOnBehalfBy];

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

    /// <summary>Whether it does nothing but empty columns of a row that is there.</summary>
    public bool OnlyEmpties => Before is not null && Changes is { Attributes.Count: > 0 } changes && changes.Attributes.Values.All(value => !ColumnValues.IsFilled(value));

    /// <summary>The columns that would really change.</summary>
    public Entity Changes
    {
        get
        {
            var changes = new Entity(Table);
            foreach (var column in Target?.Attributes.Where(column => !Stamps.Contains(column.Key) && column.Key != Table + "id" && !ColumnValues.Same(Was<object>(column.Key), column.Value)) ?? [])
            {
                changes[column.Key] = column.Value;
            }

            return changes;
        }
    }

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
    public bool EmptiesOnly(params string[] columns) => OnlyEmpties && Changes.Attributes.Keys.All(columns.Contains);

    /// <summary>The offset of a choice as it will be.</summary>
    public int? ChoiceAfter(string column) => Choices.Offset(After<OptionSetValue>(column));
}
