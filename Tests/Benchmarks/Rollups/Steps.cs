using Spectre.Console;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>Tells how far long work is, and ends it when asked to.</summary>
internal sealed class Steps(ProgressTask task, CancellationToken cancellation)
{
    private string part = "";

    public CancellationToken Cancellation => cancellation;

    public void Begin(string name) => part = name;

    /// <summary>Something new begins.</summary>
    /// <exception cref="OperationCanceledException">It is asked to end.</exception>
    public void Next(string what)
    {
        cancellation.ThrowIfCancellationRequested();
        task.Description = Markup.Escape($"{part}: {what}");
        task.IsIndeterminate = true;
    }

    /// <summary>So many of so many.</summary>
    /// <exception cref="OperationCanceledException">It is asked to end.</exception>
    public void At(long done, long all)
    {
        cancellation.ThrowIfCancellationRequested();
        task.IsIndeterminate = false;
        task.Value = 100.0 * done / all;
    }
}
