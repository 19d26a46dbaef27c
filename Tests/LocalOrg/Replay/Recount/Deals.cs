namespace CrmExtensions.Local.Replay.Recount;

/// <summary>How many deals of a slice were won and lost, for how much, and how many against somebody.</summary>
internal sealed class Deals
{
    public int Won { get; private set; }

    public int Lost { get; private set; }

    public decimal WonValue { get; private set; }

    public decimal LostValue { get; private set; }

    /// <summary>Won with a competitor named, who then was in the final.</summary>
    public int WonAgainst { get; private set; }

    public int All => Won + Lost;

    public void Add(DealRow deal)
    {
        if (deal.Status == DealStatus.Won)
        {
            Won++;
            WonValue += Value(deal) ?? 0m;
            WonAgainst += deal.Competitor.Length > 0 ? 1 : 0;
        }
        else
        {
            Lost++;
            LostValue += Value(deal) ?? 0m;
        }
    }

    /// <summary>Actual revenue of a won deal, else estimated; estimated of a lost one; empty where the file tells none.</summary>
    public static decimal? Value(DealRow deal) => deal.Status == DealStatus.Won ? deal.ActualRevenue ?? deal.EstimatedRevenue : deal.EstimatedRevenue;
}
