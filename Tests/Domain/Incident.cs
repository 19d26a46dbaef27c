using CrmExtensions.Closing;

namespace CrmExtensions.Tests;

/// <summary>One thing that happens to an opportunity; what does not apply to it, such as closing a closed one, is passed over.</summary>
/// <param name="What">What happens.</param>
/// <param name="SecondsLater">How long after what happened before.</param>
/// <param name="Outcome">Of a close.</param>
/// <param name="Served">Whether the step that writes the interview in the transaction runs.</param>
/// <param name="RowFirst">Whether that step also runs before the state is written, as some platforms may have it.</param>
/// <param name="RowTells">Whether the close row tells its outcome.</param>
/// <param name="DaysAgo">How far the close row is back-dated; empty where it has no date.</param>
/// <param name="DealDated">Whether the opportunity keeps its close date.</param>
/// <param name="Rank">Orders the ids of close rows, which come in no order.</param>
internal sealed record Incident(
    Happening What,
    int SecondsLater,
    Outcome Outcome,
    bool Served,
    bool RowFirst,
    bool RowTells,
    int? DaysAgo,
    bool DealDated,
    int Rank);
