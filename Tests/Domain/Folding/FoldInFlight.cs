namespace CrmExtensions.Tests.Folding;

/// <summary>A fold that has begun and not committed.</summary>
/// <param name="Act">Which act is next, by place.</param>
/// <param name="Page">Which page it reads next.</param>
/// <param name="IsOvertaken">Whether what it sums has changed since it noted the time.</param>
/// <param name="HasTicket">Whether it has deleted the ticket.</param>
/// <param name="Values">What it has read, by slice.</param>
internal sealed record FoldInFlight(int Act, int Page, bool IsOvertaken, bool HasTicket, byte[] Values);
