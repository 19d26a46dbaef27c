namespace CrmExtensions.Specificity;

/// <summary>Where the bands begin; what an organisation has not decided is as in product.md 7.</summary>
/// <param name="Partly">The lowest score that is not vague.</param>
/// <param name="Specific">The lowest score that is specific.</param>
public sealed record Thresholds(int Partly = 40, int Specific = 70)
{
    private const int LowerForWaived = 20;

    /// <summary>The band of a score. Who could not hear the customer has less to tell, so less is asked.</summary>
    public Band BandOf(int score, bool isWaived)
    {
        var raised = isWaived ? score + LowerForWaived : score;
        return raised >= Specific ? Band.Specific : raised >= Partly ? Band.Partly : Band.Vague;
    }

    /// <summary>The lowest score that may be submitted.</summary>
    public int LeastOf(bool isWaived) => isWaived ? Math.Max(Partly - LowerForWaived, 0) : Partly;
}
