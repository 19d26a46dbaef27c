using CrmExtensions.Local.Faults;

namespace CrmExtensions.Local.Queries;

/// <summary>Counts what a query is made of while it is read (Learn, fetchxml/filter-rows, condition limits; join-tables, limitations).</summary>
internal sealed class QueryLimits
{
    // 500 conditions and links together; 15 links.
    private const int MostConditions = 500;
    private const int MostLinks = 15;

    // The platform names no depth; a query that holds itself, or whose filters go down thousands of levels, must end somewhere.
    private const int MostDepth = 100;

    private int conditions;
    private int links;
    private int depth;

    public void CountCondition()
    {
        if (++conditions > MostConditions)
        {
            throw DataFaults.TooManyConditions();
        }
    }

    public void CountLink()
    {
        CountCondition();
        if (++links > MostLinks)
        {
            throw DataFaults.TooManyLinks();
        }
    }

    /// <summary>Reads what is one level further down.</summary>
    public T Deeper<T>(Func<T> read)
    {
        if (++depth > MostDepth)
        {
            throw DataFaults.MalformedQuery($"it is nested deeper than {MostDepth} levels.");
        }

        var found = read();
        depth--;
        return found;
    }
}
