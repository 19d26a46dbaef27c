using System.Globalization;
using CrmExtensions.Rollups;

namespace CrmExtensions.Insights;

/// <summary>The group of each industry that the platform ships (account.industrycode, 1 Accounting to 33 Wholesale).</summary>
public static class IndustryGroups
{
    private static readonly Dictionary<IndustryGroup, string> Labels = new()
    {
        [IndustryGroup.Other] = "その他 / Other",
        [IndustryGroup.Manufacturing] = "製造 / Manufacturing",
        [IndustryGroup.ResourcesAndEnergy] = "資源・エネルギー / Resources and energy",
        [IndustryGroup.FinanceAndProperty] = "金融・保険・不動産 / Finance, insurance and property",
        [IndustryGroup.RetailAndFood] = "小売・飲食 / Retail and food service",
        [IndustryGroup.WholesaleAndTransport] = "卸売・物流 / Wholesale and transport",
        [IndustryGroup.BusinessServices] = "専門・情報サービス / Professional and media services",
        [IndustryGroup.HealthAndConsumerServices] = "医療・福祉・生活サービス / Health, social and consumer services",
    };

    /// <summary>Which industries a group holds. An industry stands in one row only.</summary>
    public static IReadOnlyDictionary<IndustryGroup, IReadOnlyList<int>> Members { get; } = new Dictionary<IndustryGroup, IReadOnlyList<int>>
    {
        // Durable manufacturing, food and tobacco, capital intensive processing.
        [IndustryGroup.Manufacturing] = [12, 17, 18],

        // Agriculture and extraction, petrochemicals, utilities.
        [IndustryGroup.ResourcesAndEnergy] = [2, 24, 31],

        // Brokers, leasing, financial, insurance, realty.
        [IndustryGroup.FinanceAndProperty] = [4, 15, 16, 20, 29],

        // Building supply, eating places, entertainment, non-durables, service retail, vehicles.
        [IndustryGroup.RetailAndFood] = [5, 13, 14, 22, 25, 32],

        // Distributors, transportation, wholesale.
        [IndustryGroup.WholesaleAndTransport] = [10, 30, 33],

        // Accounting, media, business services, consulting, design, legal.
        [IndustryGroup.BusinessServices] = [1, 3, 6, 7, 9, 21],

        // Consumer services, clinics, repair, outbound services, associations, social services, trade contractors.
        [IndustryGroup.HealthAndConsumerServices] = [8, 11, 19, 23, 26, 27, 28],
    };

    /// <summary>The group of an industry; an organisation's own industries are in none of ours.</summary>
    public static IndustryGroup Of(int industryCode) =>
        Members.Where(row => row.Value.Contains(industryCode)).Select(row => row.Key).DefaultIfEmpty(IndustryGroup.Other).First();

    /// <summary>A group as a card shows it, in both languages.</summary>
    public static Named Named(IndustryGroup group) => new(((int)group).ToString(CultureInfo.InvariantCulture), Labels[group]);
}
