using System.Collections.Concurrent;

namespace CrmExtensions.Tests.Soak;

/// <summary>What has been promised to those who called: each entry is an act whose call has returned.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, int> contention = [];

    /// <summary>How often each shared row has been counted up.</summary>
    public ConcurrentDictionary<Guid, int> Counted { get; } = [];

    /// <summary>Rows that were created and not deleted.</summary>
    public ConcurrentDictionary<Guid, bool> Live { get; } = [];

    /// <summary>The last text written under a key; one writer a key.</summary>
    public ConcurrentDictionary<string, string> ByKey { get; } = [];

    /// <summary>Opportunities that were closed.</summary>
    public ConcurrentBag<Guid> Closed { get; } = [];

    /// <summary>Names of the transactions that wrote two rows and a third.</summary>
    public ConcurrentBag<string> Transfers { get; } = [];

    /// <summary>Faults that nothing explains.</summary>
    public ConcurrentBag<string> Unexplained { get; } = [];

    /// <summary>Faults of contention, by code: each act was tried again.</summary>
    public IReadOnlyDictionary<string, int> Contention => contention;

    public void Contended(int code) => contention.AddOrUpdate(code.ToString(System.Globalization.CultureInfo.InvariantCulture), 1, (_, count) => count + 1);
}
