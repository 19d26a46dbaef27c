namespace CrmExtensions.Rollups;

/// <summary>A reason of the taxonomy, as one deal has it.</summary>
/// <param name="Leaf">Its id and name.</param>
/// <param name="Category">Its category's number and name.</param>
/// <param name="IsPrimary">Whether it is the one that decided.</param>
/// <param name="IsPrice">Whether it is about price or terms.</param>
/// <param name="IsOther">Whether it is Other (Z1).</param>
public sealed record GivenReason(Named Leaf, Named Category, bool IsPrimary, bool IsPrice, bool IsOther);
