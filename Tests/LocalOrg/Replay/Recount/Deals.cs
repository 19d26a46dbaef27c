namespace CrmExtensions.Local.Replay.Recount;

/// <summary>How many deals of a slice were won and lost, and for how much.</summary>
internal sealed class Deals
{
    public int Won { get; private set; }

    public int Lost { get; private set; }

    public decimal WonValue { get; private set; }

    public decimal LostValue { get; private set; }

    public int All => Won + Lost;

    public void Add(DealRow deal)
    {
        if (deal.Status == DealStatus.Won)
        {
            Won++;
            WonValue += deal.ActualRevenue ?? deal.EstimatedRevenue ?? 0m;
        }
        else
        {
            Lost++;
            LostValue += deal.EstimatedRevenue ?? 0m;
        }
    }
}
