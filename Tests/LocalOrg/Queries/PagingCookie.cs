using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CrmExtensions.Local.Faults;

namespace CrmExtensions.Local.Queries;

/// <summary>Where a page ended: the values of its last row in the columns it is sorted by, so that inserts before it shift nothing.</summary>
internal static class PagingCookie
{
    public static string Write(int page, IEnumerable<KeyValuePair<string, object?>> last)
    {
        var cookie = new XElement("cookie", new XAttribute("page", page.ToString(CultureInfo.InvariantCulture)));
        foreach (var (column, value) in last)
        {
            var element = new XElement(XmlConvert.EncodeLocalName(column));
            element.Add(value is null ? new XAttribute("lastnull", "1") : new XAttribute("last", Text(value)));
            cookie.Add(element);
        }

        return cookie.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The last row's values by column; null stands for an empty one.</summary>
    public static IReadOnlyDictionary<string, string?> Read(string cookie)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(cookie), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var last = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var column in XElement.Load(reader).Elements())
            {
                last[XmlConvert.DecodeName(column.Name.LocalName)] = (string?)column.Attribute("last");
            }

            return last;
        }
        catch (XmlException broken)
        {
            throw DataFaults.MalformedQuery("the paging cookie is damaged: " + broken.Message);
        }
    }

    private static string Text(object value) => value switch
    {
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
