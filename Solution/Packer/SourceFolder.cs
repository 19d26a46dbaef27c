using System.Xml;
using System.Xml.Linq;

namespace CrmExtensions.Packing;

/// <summary>An unpacked solution. It remembers what has been read, since what nobody reads would be missing in the package without a word.</summary>
public sealed class SourceFolder
{
    private readonly string root;
    private readonly SortedSet<string> files;
    private readonly HashSet<string> unread;

    /// <exception cref="PackException">There is no such folder.</exception>
    public SourceFolder(string root)
    {
        this.root = Path.GetFullPath(root);
        if (!Directory.Exists(root))
        {
            throw new PackException(root, "There is no such folder. Give the one that holds Other/Solution.xml.", "フォルダーがありません。Other/Solution.xml のあるフォルダーを指定してください。");
        }

        var found = Directory.EnumerateFiles(this.root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(this.root, file).Replace('\\', '/'));
        files = new SortedSet<string>(found, StringComparer.Ordinal);
        unread = [.. files];
    }

    /// <summary>Files that nothing has asked for yet.</summary>
    public IEnumerable<string> Unread => files.Where(unread.Contains);

    /// <summary>Whether there is such a file, or a folder with files in it.</summary>
    public bool Has(string place) => files.Contains(place) || Below(place).Any();

    /// <summary>The files of a folder and those below.</summary>
    public IEnumerable<string> Below(string folder) => files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Names of what lies in a folder, or at the top.</summary>
    public IEnumerable<string> Names(string folder = "") => files
        .Where(file => folder.Length == 0 || file.StartsWith(folder + "/", StringComparison.Ordinal))
        .Select(file => file[(folder.Length == 0 ? 0 : folder.Length + 1)..].Split('/')[0])
        .Distinct();

    /// <exception cref="PackException">There is no such file.</exception>
    public byte[] Bytes(string path)
    {
        if (!files.Contains(path))
        {
            throw new PackException(path, "The file is missing. Add it, or take out what names it.", "ファイルがありません。追加するか、参照している側を削除してください。");
        }

        unread.Remove(path);
        return File.ReadAllBytes(Path.Combine(root, path));
    }

    public string Text(string path)
    {
        using var reader = new StreamReader(new MemoryStream(Bytes(path)));
        return reader.ReadToEnd();
    }

    /// <summary>The root element of a file. The namespace that every file declares is left to the document they are put into.</summary>
    /// <exception cref="PackException">There is no such file, or it is not well-formed.</exception>
    public XElement Xml(string path)
    {
        try
        {
            var element = XElement.Load(new MemoryStream(Bytes(path)));
            element.Attributes(XNamespace.Xmlns + "xsi").Remove();
            return element;
        }
        catch (XmlException broken)
        {
            throw new PackException(path, $"This is not well-formed XML: {broken.Message} Repair it there.", "整形式の XML ではありません。示された行を直してください。", broken);
        }
    }
}
