using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Rows;

/// <summary>Several choices in one column, kept as <c>[1,2]</c>, each once and in order.</summary>
internal static class ChoiceList
{
    public static string Text(IEnumerable<int> values) => "[" + string.Join(',', values.Distinct().Order().Select(value => value.ToString(CultureInfo.InvariantCulture))) + "]";

    public static OptionSetValueCollection Read(string text) =>
        new([.. text.Trim('[', ']').Split(',').Select(value => new OptionSetValue(int.Parse(value, CultureInfo.InvariantCulture)))]);
}
