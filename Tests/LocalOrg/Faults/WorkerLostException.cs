namespace CrmExtensions.Local.Faults;

/// <summary>Thrown by a test at a service call: the worker that runs the job is gone, as if its machine had stopped.</summary>
public sealed class WorkerLostException : Exception
{
    public WorkerLostException()
        : base("The worker was lost.")
    {
    }

    public WorkerLostException(string message)
        : base(message)
    {
    }

    public WorkerLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
