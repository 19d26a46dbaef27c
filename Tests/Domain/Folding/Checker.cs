using CrmExtensions.Folding;

namespace CrmExtensions.Tests.Folding;

/// <summary>Walks through everything that can happen, breadth first, each world once.</summary>
internal sealed class Checker(Scenario scenario, Protocol protocol)
{
    private readonly HashSet<byte[]> met = new(Bytes.Equality);
    private readonly List<(int From, string Label)> path = [];
    private readonly Queue<(World World, int Place)> open = new();

    /// <summary>How many worlds there are.</summary>
    public int States => met.Count;

    /// <summary>How many jobs were at, or waited for, folds of one period at once.</summary>
    public int MostAskers { get; private set; }

    /// <summary>What went wrong and how it came to it; empty where nothing can.</summary>
    public string? Counterexample()
    {
        var steps = new Steps(scenario, protocol);
        var finale = new Finale(scenario, protocol);
        Meet(new World(scenario), -1, "");
        while (open.TryDequeue(out var here))
        {
            var isLast = true;
            foreach (var step in steps.From(here.World))
            {
                isLast = false;
                Meet(step.World, here.Place, step.Label);
            }

            if (isLast && finale.Complaint(here.World) is { } complaint)
            {
                return complaint + "\n" + string.Join('\n', PathTo(here.Place));
            }
        }

        return null;
    }

    private void Meet(World world, int from, string label)
    {
        if (met.Add(world.Key()))
        {
            path.Add((from, label));
            open.Enqueue((world, path.Count - 1));
            MostAskers = Math.Max(MostAskers, Askers(world));
        }
    }

    private static int Askers(World world) => world.Workers
        .Select(worker => worker.Errand)
        .Where(errand => Steps.Read(errand).Duty == Duty.Fold)
        .GroupBy(errand => errand)
        .Select(same => same.Count())
        .DefaultIfEmpty()
        .Max();

    private IEnumerable<string> PathTo(int place)
    {
        var labels = new Stack<string>();
        for (; place > 0; place = path[place].From)
        {
            labels.Push(path[place].Label);
        }

        return labels;
    }
}
