using System.Text;

namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>A pattern with character sets as a regular expression that every engine reads the same way.</summary>
internal static class LikePattern
{
    public static string ToRegex(string pattern)
    {
        var regex = new StringBuilder("^");
        var at = 0;
        while (at < pattern.Length)
        {
            var end = pattern[at] == '[' ? pattern.IndexOf(']', at + 1) : -1;
            if (end < 0)
            {
                regex.Append(One(pattern[at++]));
            }
            else
            {
                regex.Append(Set(pattern[(at + 1)..end]));
                at = end + 1;
            }
        }

        return regex.Append('$').ToString();
    }

    private static string One(char letter) => letter switch
    {
        '%' => "(.|\n)*",
        '_' => "(.|\n)",
        _ => Escaped(letter),
    };

    // An empty set matches nothing.
    private static string Set(string content)
    {
        var isNegative = content.StartsWith('^');
        var letters = isNegative ? content[1..] : content;
        return letters.Length == 0 ? "(?!.|\n)(.|\n)" : (isNegative ? "[^" : "[") + string.Concat(letters.Select(letter => letter == '-' ? "-" : Escaped(letter))) + "]";
    }

    private static string Escaped(char letter) => char.IsLetterOrDigit(letter) || char.IsWhiteSpace(letter) || char.IsSurrogate(letter) || letter > 127 ? letter.ToString() : "\\" + letter;
}
