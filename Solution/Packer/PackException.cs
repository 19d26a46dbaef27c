namespace CrmExtensions.Packing;

/// <summary>Why a folder cannot be packed; nothing has been written.</summary>
public sealed class PackException(IReadOnlyList<Complaint> complaints, Exception? cause = null) : Exception(string.Join('\n', complaints), cause)
{
    public PackException(string place, string english, string japanese, Exception? cause = null)
        : this([new Complaint(place, english, japanese)], cause)
    {
    }

    public IReadOnlyList<Complaint> Complaints { get; } = complaints;
}
