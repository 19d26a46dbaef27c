namespace CrmExtensions.Insights;

/// <summary>Industries taken together, so that a card can tell one without singling out a customer.</summary>
public enum IndustryGroup
{
    Other = 0,
    Manufacturing = 1,
    ResourcesAndEnergy = 2,
    FinanceAndProperty = 3,
    RetailAndFood = 4,
    WholesaleAndTransport = 5,
    BusinessServices = 6,
    HealthAndConsumerServices = 7,
}
