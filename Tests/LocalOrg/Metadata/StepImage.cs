namespace CrmExtensions.Local.Metadata;

/// <summary>A copy of the row that a step asks for, before or after.</summary>
/// <param name="Alias">Under which name the step finds it.</param>
/// <param name="Kind">0 before, 1 after, 2 both.</param>
/// <param name="Columns">Which columns; none means all.</param>
/// <param name="Property">The parameter whose row it is a copy of.</param>
public sealed record StepImage(string Alias, int Kind, IReadOnlyList<string> Columns, string Property)
{
    public bool IsBefore => Kind is 0 or 2;

    public bool IsAfter => Kind is 1 or 2;
}
