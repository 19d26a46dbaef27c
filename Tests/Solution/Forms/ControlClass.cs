using System.Xml.Linq;
using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Tests.Forms;

/// <summary>Which control shows which type of column (solution-anatomy.md 7, measured over all forms).</summary>
internal static class ControlClass
{
    public const string Subgrid = "E7A81278-8635-4D9E-8D4D-59480B391C5B";
    public const string QuickView = "5C5600E0-1D6E-4205-A272-BE80DA87FD42";

    private const string Text = "4273EDBD-AC1D-40D3-9FB2-095C621B552D";
    private const string Url = "71716B6C-711E-476C-8AB8-5D11542BFB47";
    private const string Multiline = "E0DECE4B-6FC8-4A8F-A065-082708572369";

    private static readonly Dictionary<ColumnType, string[]> ByType = new()
    {
        [ColumnType.Text] = [Text, Url, Multiline],
        [ColumnType.Memo] = [Multiline],
        [ColumnType.Integer] = ["C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F"],
        [ColumnType.Decimal] = ["C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E"],
        [ColumnType.Money] = ["533B9E00-756B-4312-95A0-DC888637AC78"],
        [ColumnType.Boolean] = ["67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED"],
        [ColumnType.DateTime] = ["5B773807-9FB2-42DB-97C3-7A91EFF8ADFF"],
        [ColumnType.Choice] = ["3EF39988-22BB-4F0B-BBBE-64B5A3748AEE"],
        [ColumnType.State] = ["3EF39988-22BB-4F0B-BBBE-64B5A3748AEE"],
        [ColumnType.Status] = ["5D68B988-0661-4DB2-BC3E-17598AD3BE6C"],
        [ColumnType.Choices] = ["4AA28AB7-9C13-4F57-A73D-AD894D048B5F"],
        [ColumnType.Lookup] = ["270BD3DB-D9AF-4782-9025-509E298DEC0A"],
        [ColumnType.Owner] = ["270BD3DB-D9AF-4782-9025-509E298DEC0A"],
    };

    /// <summary>In capitals, without braces.</summary>
    public static string Of(XElement control) => control.Attr("classid").Trim('{', '}').ToUpperInvariant();

    public static bool Shows(XElement control, ColumnType type) => ByType.TryGetValue(type, out var classes) && classes.Contains(Of(control));
}
