namespace CrmExtensions.Closing;

/// <summary>What a reconciliation did to the interviews of one opportunity, in rows.</summary>
/// <param name="Made">Interviews that were missing.</param>
/// <param name="Superseded">Interviews that counted and no longer should.</param>
/// <param name="Relinked">Interviews that had lost their opportunity.</param>
/// <param name="LateRows">Interviews that a close row, written late, was noted on.</param>
/// <param name="IsSettled">Whether nothing is left to do.</param>
public sealed record Repairs(int Made = 0, int Superseded = 0, int Relinked = 0, int LateRows = 0, bool IsSettled = false)
{
    public int Rows => Made + Superseded + Relinked + LateRows;

    /// <summary>Both, one after the other.</summary>
    public Repairs Then(Repairs next) =>
        new(Made + next.Made, Superseded + next.Superseded, Relinked + next.Relinked, LateRows + next.LateRows, next.IsSettled);
}
