using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace CrmExtensions.Tests.Packing;

/// <summary>Hashes by which two documents are equal that differ only in what no reader sees: white space between elements and the order of attributes.</summary>
internal static class Canon
{
    private const int Digits = 12;

    public static string HashOf(XElement element)
    {
        var copy = new XElement(element);
        foreach (var part in copy.DescendantsAndSelf())
        {
            part.ReplaceAttributes(part.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal).ToList());
        }

        return HashOf(copy.ToString(SaveOptions.DisableFormatting | SaveOptions.OmitDuplicateNamespaces));
    }

    public static string HashOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file))[..Digits];

    private static string HashOf(string text) => HashOf(Encoding.UTF8.GetBytes(text));
}
