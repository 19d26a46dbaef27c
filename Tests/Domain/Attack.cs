namespace CrmExtensions.Tests;

/// <summary>
/// What somebody works out who knows every total and every cell that is shown: a hidden cell is known to him when the
/// equations leave it no freedom, that is, when it alone follows from them by adding and subtracting.
/// </summary>
/// <typeparam name="T">What names a cell.</typeparam>
internal sealed class Attack<T>(Func<T, bool> isHidden)
    where T : notnull
{
    private const long Prime = 2_147_483_647;
    private readonly Dictionary<T, int> unknowns = [];
    private readonly List<Dictionary<int, long>> equations = [];

    /// <summary>The members add up to the total; a remainder that nobody publishes may stand in for members that have no cell.</summary>
    public void Sum(IEnumerable<T> members, T total)
    {
        var equation = new Dictionary<int, long>();
        foreach (var member in members.Where(isHidden))
        {
            equation[IndexOf(member)] = 1;
        }

        if (isHidden(total))
        {
            equation[IndexOf(total)] = Prime - 1;
        }

        if (equation.Count > 0)
        {
            equations.Add(equation);
        }
    }

    /// <summary>The members add up to a number that can be read.</summary>
    public void Known(IEnumerable<T> members)
    {
        var equation = members.Where(isHidden).ToDictionary(IndexOf, _ => 1L);
        if (equation.Count > 0)
        {
            equations.Add(equation);
        }
    }

    /// <summary>Every hidden cell that follows.</summary>
    public IReadOnlyList<T> Recovered()
    {
        var solved = Reduced();
        return [.. unknowns.Where(unknown => solved.Any(row => row.Count == 1 && row.ContainsKey(unknown.Value))).Select(unknown => unknown.Key)];
    }

    private int IndexOf(T cell)
    {
        if (!unknowns.TryGetValue(cell, out var index))
        {
            unknowns[cell] = index = unknowns.Count;
        }

        return index;
    }

    // Gauss and Jordan, modulo a prime: in the reduced form a cell that follows stands alone in its row.
    private List<Dictionary<int, long>> Reduced()
    {
        var reduced = new List<(int Pivot, Dictionary<int, long> Row)>();
        foreach (var equation in equations.Select(equation => new Dictionary<int, long>(equation)))
        {
            foreach (var (pivot, row) in reduced)
            {
                Subtract(equation, row, pivot);
            }

            if (equation.Count == 0)
            {
                continue;
            }

            var lead = equation.Keys.First();
            var inverse = (long)System.Numerics.BigInteger.ModPow(equation[lead], Prime - 2, Prime);
            foreach (var key in equation.Keys.ToList())
            {
                equation[key] = equation[key] * inverse % Prime;
            }

            foreach (var (_, row) in reduced)
            {
                Subtract(row, equation, lead);
            }

            reduced.Add((lead, equation));
        }

        return [.. reduced.Select(entry => entry.Row)];
    }

    private static void Subtract(Dictionary<int, long> from, Dictionary<int, long> row, int pivot)
    {
        if (!from.TryGetValue(pivot, out var factor))
        {
            return;
        }

        foreach (var (key, value) in row)
        {
            var left = (from.GetValueOrDefault(key) + (Prime - factor) * value) % Prime;
            if (left == 0)
            {
                from.Remove(key);
            }
            else
            {
                from[key] = left;
            }
        }
    }
}
