using CrmExtensions.Tables;

namespace CrmExtensions.Local.Sales;

internal sealed class WinOpportunity() : CloseOpportunity(Opportunity.StateCodeOption.Won)
{
    public override string RequestName => "WinOpportunity";

    public override string PluginMessage => "Win";
}
