namespace CrmExtensions.Tests.Folding;

/// <summary>How far a change is.</summary>
internal enum Stage : byte
{
    ToCome,
    Written,
    Committed,
}
