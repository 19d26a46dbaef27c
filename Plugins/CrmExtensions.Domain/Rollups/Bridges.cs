namespace CrmExtensions.Rollups;

/// <summary>
/// Hidden cells of a table with known totals, as links between its lines. A cell can be worked out exactly when it is a bridge:
/// every other one lies on a circle, along which the same number can be added and taken away in turn.
/// </summary>
internal static class Bridges
{
    /// <summary>A hidden cell that follows from the totals; empty where there is none.</summary>
    /// <param name="cells">The hidden cells of one pair.</param>
    /// <param name="hidden">All that is hidden: a cell with a hidden total needs no circle.</param>
    public static Slice? First(List<Slice> cells, HashSet<Slice> hidden)
    {
        var lines = new Dictionary<Slice, List<Slice>>();
        foreach (var cell in cells)
        {
            LineOf(lines, cell.Outer).Add(cell);
            LineOf(lines, cell.Inner).Add(cell);
        }

        foreach (var cell in cells)
        {
            if (!hidden.Contains(cell.Outer) && !hidden.Contains(cell.Inner) && !IsOnCircle(cell, lines))
            {
                return cell;
            }
        }

        return null;
    }

    // Whether the other end can be reached without the cell itself.
    private static bool IsOnCircle(Slice cell, Dictionary<Slice, List<Slice>> lines)
    {
        var seen = new HashSet<Slice> { cell.Outer };
        var open = new Queue<Slice>(seen);
        while (open.Count > 0)
        {
            var line = open.Dequeue();
            foreach (var link in lines[line].Where(link => link != cell))
            {
                var other = link.Outer == line ? link.Inner : link.Outer;
                if (other == cell.Inner)
                {
                    return true;
                }

                if (seen.Add(other))
                {
                    open.Enqueue(other);
                }
            }
        }

        return false;
    }

    private static List<Slice> LineOf(Dictionary<Slice, List<Slice>> lines, Slice line)
    {
        if (!lines.TryGetValue(line, out var cells))
        {
            lines[line] = cells = [];
        }

        return cells;
    }
}
