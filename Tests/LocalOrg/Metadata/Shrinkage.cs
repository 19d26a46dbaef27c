using CrmExtensions.Local.Faults;

namespace CrmExtensions.Local.Metadata;

/// <summary>
/// What importing a later version could do to values that rows hold. What it no longer lists stays, as documented
/// (maker/data-platform/update-solutions.md, "Update"); what the platform does with the rest is not, so it is refused by name.
/// </summary>
internal static class Shrinkage
{
    /// <exception cref="NotSupportedByLocalOrgException">The later catalog is narrower than the earlier one.</exception>
    public static void Refuse(Catalog before, Catalog after)
    {
        var found =
            from earlier in before.Tables.Values
            let later = after.Tables[earlier.Name]
            from what in Columns(earlier, later).Concat(Keys(earlier, later))
            select what;
        if (string.Join(", ", found) is { Length: > 0 } all)
        {
            throw new NotSupportedByLocalOrgException("importing over the rows of an org " + all);
        }
    }

    private static IEnumerable<string> Columns(Table earlier, Table later) =>
        from column in earlier.Columns.Values
        let changed = later.Columns[column.Name]
        let what = column.Type != changed.Type || column.NamesItsTable != changed.NamesItsTable ? "another type"
            : changed.MaxLength < column.MaxLength ? "a shorter text"
            : changed.Precision != column.Precision ? "other decimals"
            : null
        where what is not null
        select $"{what} of {earlier.Name}.{column.Name}";

    private static IEnumerable<string> Keys(Table earlier, Table later) =>
        from key in earlier.Keys
        where !later.Keys.Single(other => other.Name == key.Name).Columns.SequenceEqual(key.Columns)
        select $"other columns of the alternate key {earlier.Name}.{key.Name}";
}
