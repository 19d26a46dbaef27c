using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Interviews;

/// <summary>An update of an interview that is about to be written.</summary>
internal sealed class InterviewChange
{
    public InterviewChange(Entity before, Entity target)
    {
        Before = before;
        Target = target;
    }

    /// <summary>The row as it is.</summary>
    public Entity Before { get; }

    /// <summary>What will be written; steps before the operation may change it.</summary>
    public Entity Target { get; }

    /// <summary>The columns that would really change.</summary>
    public IEnumerable<string> Columns => Target.Attributes.Keys.Where(column => !ColumnValues.Same(ValueBefore(column), Target[column]));

    /// <summary>Whether an answer changes.</summary>
    public bool TouchesAnswers => Columns.Any(column =>
        !InterviewColumns.Snapshot.Contains(column) && !InterviewColumns.Bookkeeping.Contains(column) && !InterviewColumns.Administrative.Contains(column));

    /// <summary>Whether somebody rewrites why a locked interview was decided as it was. A reviewer's note may come with, and so just before, the return of a completed one; never from whoever owns it.</summary>
    public bool TouchesVerdict(Guid user) => InterviewStatuses.IsLocked(From) && Columns.Any(column =>
        column == Interview.OutOfScopeReason
        || (column == Interview.ReviewNote && (!IsReturnable || Before.GetAttributeValue<EntityReference>(Interview.OwnerId)?.Id == user)));

    /// <summary>Whether its personal data has been erased.</summary>
    public bool IsPurged => Before.Contains(Interview.PurgedOn);

    public InterviewStatus From => StatusOf(Before.GetAttributeValue<OptionSetValue>(Interview.StatusCode)) ?? InterviewStatus.NotStarted;

    /// <summary>Where it goes. A state without a status reason means the platform's default of that state.</summary>
    public InterviewStatus To
    {
        get
        {
            var state = Target.GetAttributeValue<OptionSetValue>(Interview.StateCode)?.Value;
            var isOtherState = state is not null && state != Before.GetAttributeValue<OptionSetValue>(Interview.StateCode)?.Value;
            return StatusOf(Target.GetAttributeValue<OptionSetValue>(Interview.StatusCode))
                ?? (!isOtherState ? From : state == Interview.StateCodeOption.Active ? InterviewStatus.NotStarted : InterviewStatus.Completed);
        }
    }

    /// <summary>Whether a policy rules it out, which happens only before anybody has begun it.</summary>
    public bool IsRuledOutByPolicy => From == InterviewStatus.NotStarted && To == InterviewStatus.OutOfScope && ServerWrite.IsByPolicy(Before);

    public object? ValueBefore(string column) => Before.Contains(column) ? Before[column] : null;

    /// <summary>The row as it will be.</summary>
    public Entity After()
    {
        var after = new Entity(Before.LogicalName, Before.Id);
        after.Attributes.AddRange(Before.Attributes);
        foreach (var column in Target.Attributes)
        {
            after[column.Key] = column.Value;
        }

        return after;
    }

    private bool IsReturnable => From is InterviewStatus.Completed or InterviewStatus.CompletedWaived;

    private static InterviewStatus? StatusOf(OptionSetValue? stored) => stored is null ? null : InterviewStatuses.FromStored(stored.Value);
}
