using System.Globalization;
using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>The reasons of wl_reason, inactive ones too, because old deals keep theirs; a few dozen rows.</summary>
internal sealed class Taxonomy
{
    private const string Other = "Z1";

    private readonly Dictionary<Guid, GivenReason> leaves;

    private Taxonomy(Dictionary<Guid, GivenReason> leaves) => this.leaves = leaves;

    public static Taxonomy Read(IOrganizationService org)
    {
        var query = new QueryExpression(Reason.Table)
        {
            ColumnSet = new ColumnSet(Reason.Code, Reason.Category, Reason.IsPrice, Reason.NameJa, Reason.NameEn),
        };
        query.AddOrder(Reason.Id, OrderType.Ascending);
        var categories = new ChoiceLabels(org, Reason.Table);
        return new Taxonomy(org.ReadAll(query).ToDictionary(row => row.Id, row => LeafOf(row, categories)));
    }

    /// <summary>A reason as one deal has it; empty where a row names none, or one that is gone.</summary>
    public GivenReason? Of(EntityReference? reason, bool isPrimary) =>
        reason is not null && leaves.TryGetValue(reason.Id, out var leaf) ? leaf with { IsPrimary = isPrimary } : null;

    private static GivenReason LeafOf(Entity row, ChoiceLabels categories)
    {
        var code = row.GetAttributeValue<string>(Reason.Code) ?? "";
        var names = new[] { row.GetAttributeValue<string>(Reason.NameJa), row.GetAttributeValue<string>(Reason.NameEn) }.Where(name => !string.IsNullOrEmpty(name));
        return new GivenReason(
            new Named(row.Id.ToString("D", CultureInfo.InvariantCulture), code + " " + string.Join(" / ", names)),
            categories.Of(row, Reason.Category) ?? new Named("", ""),
            IsPrimary: false,
            row.GetAttributeValue<bool>(Reason.IsPrice),
            string.Equals(code, Other, StringComparison.OrdinalIgnoreCase));
    }
}
