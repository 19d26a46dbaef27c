using CrmExtensions.Tables;

namespace CrmExtensions.Local.Sales;

internal sealed class LoseOpportunity() : CloseOpportunity(Opportunity.StateCodeOption.Lost)
{
    public override string RequestName => "LoseOpportunity";

    public override string PluginMessage => "Lose";
}
