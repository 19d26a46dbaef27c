namespace CrmExtensions.Packing;

/// <summary>What is wrong with a file of the solution and what to do about it.</summary>
/// <param name="Place">The file's path below the solution's folder.</param>
/// <param name="English">In English.</param>
/// <param name="Japanese">The same in Japanese.</param>
public sealed record Complaint(string Place, string English, string Japanese)
{
    public override string ToString() => $"{Place}: {English} / {Japanese}";
}
