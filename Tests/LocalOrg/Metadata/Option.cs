namespace CrmExtensions.Local.Metadata;

/// <summary>One value of a choice, state or status column.</summary>
/// <param name="Value">The stored number.</param>
/// <param name="Labels">Its label in each language.</param>
/// <param name="State">Of a status: the state it belongs to.</param>
/// <param name="DefaultStatus">Of a state: the status it gets when none is given.</param>
public sealed record Option(int Value, Labels Labels, int? State = null, int? DefaultStatus = null)
{
    /// <summary>The options of a later version, and after them those that only an earlier one has: rows may hold them.</summary>
    public static IReadOnlyList<Option> Over(IReadOnlyList<Option> later, IReadOnlyList<Option> earlier) =>
        [.. later, .. earlier.Where(option => later.All(own => own.Value != option.Value))];
}
