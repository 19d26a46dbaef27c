namespace CrmExtensions.Tests.Folding;

/// <summary>What is committed, the jobs that wait, and those at work. Changed only while it is being made from another.</summary>
internal sealed class World
{
    private const int Kinds = 4;

    private readonly Scenario scenario;
    private readonly byte[] cells;

    public World(Scenario scenario)
    {
        this.scenario = scenario;
        cells = new byte[QueueAt + (scenario.Periods * Kinds) + Enum.GetValues<Mishap>().Length];
        Workers = [];
    }

    private World(World other)
    {
        scenario = other.scenario;
        cells = [.. other.cells];
        Workers = other.Workers;
    }

    public IReadOnlyList<Worker> Workers { get; set; }

    private int FlagsAt => scenario.Interviews.Count + scenario.Changes.Count;

    private int StoredAt => FlagsAt + scenario.Periods;

    private int QueueAt => StoredAt + (scenario.Periods * scenario.Slices);

    /// <summary>All there is to know, so that equal worlds are met once; the order of the workers does not matter.</summary>
    public byte[] Key()
    {
        var keys = Workers.Select(worker => worker.Key).ToArray();
        Array.Sort(keys, Bytes.Order);
        var key = new byte[cells.Length + keys.Sum(part => part.Length)];
        cells.CopyTo(key, 0);
        var place = cells.Length;
        foreach (var part in keys)
        {
            part.CopyTo(key, place);
            place += part.Length;
        }

        return key;
    }

    public World Copy() => new(this);

    public byte Interview(int number) => cells[number];

    public void Write(int interview, int value) => cells[interview] = (byte)value;

    public Stage Change(int number) => (Stage)cells[scenario.Interviews.Count + number];

    public void Change(int number, Stage stage) => cells[scenario.Interviews.Count + number] = (byte)stage;

    public bool Is(int period, Flags flag) => ((Flags)cells[FlagsAt + period]).HasFlag(flag);

    public void Set(int period, Flags flag, bool value) =>
        cells[FlagsAt + period] = (byte)(value ? (Flags)cells[FlagsAt + period] | flag : (Flags)cells[FlagsAt + period] & ~flag);

    public Span<byte> Stored(int period) => cells.AsSpan(StoredAt + (period * scenario.Slices), scenario.Slices);

    /// <summary>How many jobs wait that begin with an errand.</summary>
    public int Waiting(int errand) => cells[QueueAt + errand];

    public void Wait(int errand, int jobs) => cells[QueueAt + errand] = (byte)(cells[QueueAt + errand] + jobs);

    public int Count(Mishap mishap) => cells[^(1 + (int)mishap)];

    public void Happened(Mishap mishap) => cells[^(1 + (int)mishap)]++;

    /// <summary>What a period's rows must be.</summary>
    public byte[] Exact(int period)
    {
        var exact = new byte[scenario.Slices];
        for (var i = 0; i < scenario.Interviews.Count; i++)
        {
            if (!scenario.IsMonth(period) || scenario.Interviews[i] == period)
            {
                exact[i] = Interview(i);
                exact[^1] += Interview(i);
            }
        }

        return exact;
    }

    public bool IsExact(int period) => Stored(period).SequenceEqual(Exact(period));
}
