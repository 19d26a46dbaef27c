using System.Globalization;

namespace CrmExtensions.Local.Queries;

/// <summary>Links without an alias are named table1, table2, ... as the platform does.</summary>
internal sealed class LinkNames
{
    private int next;

    public string For(string? given, string table)
    {
        next++;
        return string.IsNullOrEmpty(given) ? table + next.ToString(CultureInfo.InvariantCulture) : given;
    }
}
