using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Jobs;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Pipeline;

/// <summary>One transaction of the organization service: everything synchronous that a request sets off.</summary>
internal sealed class UnitOfWork(StoreSession session)
{
    public StoreSession Session { get; } = session;

    /// <summary>Whether a fault has ended the transaction already; catching it does not bring it back.</summary>
    public bool IsDoomed { get; private set; }

    /// <summary>Counts writes, so that a copy of a row read before one is known to be old.</summary>
    public int Writes { get; set; }

    /// <summary>Calls that synchronous plug-ins have made to the service.</summary>
    public int ServiceCalls { get; set; }

    /// <summary>Jobs to start once it has been committed.</summary>
    public List<Job> Jobs { get; } = [];

    public void Doom() => IsDoomed = true;

    public void DemandAlive()
    {
        if (IsDoomed)
        {
            throw PipelineFaults.NoTransaction();
        }
    }
}
