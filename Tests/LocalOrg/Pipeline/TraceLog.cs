using System.Collections.Concurrent;

namespace CrmExtensions.Local.Pipeline;

/// <summary>What plug-ins traced; kept in memory, because it survives a rollback. The newest thousand.</summary>
public sealed class TraceLog
{
    private const int Most = 1000;
    private readonly ConcurrentQueue<TraceEntry> entries = [];

    public IReadOnlyCollection<TraceEntry> Entries => entries;

    internal void Add(string typeName, string message, string text, Exception? failure)
    {
        if (text.Length == 0 && failure is null)
        {
            return;
        }

        entries.Enqueue(new TraceEntry(typeName, message, text, failure));
        while (entries.Count > Most)
        {
            entries.TryDequeue(out _);
        }
    }
}
