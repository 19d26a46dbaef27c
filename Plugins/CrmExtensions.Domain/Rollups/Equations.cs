namespace CrmExtensions.Rollups;

/// <summary>
/// What somebody works out who reads every total and every figure that is shown: each family that adds up is an equation of its
/// hidden members, and a member that the equations leave no freedom is known to him.
/// </summary>
internal sealed class Equations
{
    // Reckoned modulo a prime, which keeps factors small; as they come from ones, none that matters is a multiple of it.
    private const long Prime = 2_147_483_647;
    private readonly List<Dictionary<Slice, long>> rows = [];
    private readonly List<Slice> pivots = [];

    public Equations(IEnumerable<Family> families, HashSet<Slice> hidden)
    {
        foreach (var family in families.Where(family => family.AddsUp))
        {
            var row = family.Members.Where(hidden.Contains).Distinct().ToDictionary(member => member, _ => 1L);
            if (family.Margin is { } margin && hidden.Contains(margin))
            {
                row[margin] = Prime - 1;
            }

            Take(row);
        }
    }

    /// <summary>The hidden ones that follow.</summary>
    public IEnumerable<Slice> Solved() => rows.Where(row => row.Count == 1).Select(row => row.Keys.Single());

    // Gauss and Jordan: every row keeps a member that no other has, and one that follows stands alone.
    private void Take(Dictionary<Slice, long> row)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            Subtract(row, rows[i], pivots[i]);
        }

        if (row.Count == 0)
        {
            return;
        }

        var pivot = row.Keys.First();
        var inverse = Inverse(row[pivot]);
        foreach (var member in row.Keys.ToList())
        {
            row[member] = row[member] * inverse % Prime;
        }

        foreach (var other in rows)
        {
            Subtract(other, row, pivot);
        }

        rows.Add(row);
        pivots.Add(pivot);
    }

    private static void Subtract(Dictionary<Slice, long> from, Dictionary<Slice, long> row, Slice pivot)
    {
        if (!from.TryGetValue(pivot, out var factor))
        {
            return;
        }

        foreach (var term in row)
        {
            from.TryGetValue(term.Key, out var before);
            from[term.Key] = (before + (Prime - factor) * term.Value) % Prime;
            if (from[term.Key] == 0)
            {
                from.Remove(term.Key);
            }
        }
    }

    // Fermat: to the power of the prime less two.
    private static long Inverse(long number)
    {
        var result = 1L;
        for (var power = Prime - 2; power > 0; power /= 2)
        {
            result = power % 2 == 1 ? result * number % Prime : result;
            number = number * number % Prime;
        }

        return result;
    }
}
