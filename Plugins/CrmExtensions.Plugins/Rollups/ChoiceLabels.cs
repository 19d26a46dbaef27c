using System.Globalization;
using CrmExtensions.Framework;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmExtensions.Rollups;

/// <summary>What the choices of a table are called, Japanese and English together, since a roll-up row is read by both; one service call a column that is asked for.</summary>
internal sealed class ChoiceLabels(IOrganizationService org, string table)
{
    private readonly Dictionary<string, Dictionary<int, string>> columns = new(StringComparer.Ordinal);

    /// <summary>The number of a row's choice and its label; empty where none is chosen.</summary>
    public Named? Of(Entity row, string column) =>
        row.GetAttributeValue<OptionSetValue>(column) is { } choice && Choices.Offset(choice) is { } offset
            ? new Named(offset.ToString(CultureInfo.InvariantCulture), Of(column, choice.Value))
            : null;

    private string Of(string column, int value)
    {
        if (!columns.TryGetValue(column, out var labels))
        {
            columns[column] = labels = Read(column);
        }

        return labels.TryGetValue(value, out var label) ? label : "";
    }

    private Dictionary<int, string> Read(string column)
    {
        var response = (RetrieveAttributeResponse)org.Execute(new RetrieveAttributeRequest { EntityLogicalName = table, LogicalName = column, RetrieveAsIfPublished = false });
        return ((EnumAttributeMetadata)response.AttributeMetadata).OptionSet.Options
            .Where(option => option.Value is not null)
            .ToDictionary(option => option.Value!.Value, option => InBoth(option.Label));
    }

    private static string InBoth(Label? label)
    {
        string? In(Language language) => label?.LocalizedLabels.FirstOrDefault(text => text.LanguageCode == (int)language)?.Label;
        var texts = new[] { In(Language.Japanese), In(Language.English) }.Where(text => !string.IsNullOrEmpty(text)).Distinct();
        return string.Join(" / ", texts);
    }
}
