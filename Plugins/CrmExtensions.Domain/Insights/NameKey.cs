using System.Text;

namespace CrmExtensions.Insights;

/// <summary>The form in which names are compared: folded, with one space for whatever stands between their parts.</summary>
internal static class NameKey
{
    /// <summary>How many characters between two parts of a name are passed over in a text.</summary>
    public const int LongestJoint = 3;

    // No column that names come from is longer; it bounds the look-ahead.
    private const int Longest = 300;

    public static string Of(string folded)
    {
        var key = new StringBuilder();
        foreach (var c in folded)
        {
            if (!IsJoint(c))
            {
                key.Append(c);
            }
            else if (key.Length > 0 && key[key.Length - 1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString(0, Math.Min(key.Length, Longest)).TrimEnd();
    }

    /// <summary>What may stand between the parts of a name: John Smith, john.smith, Smith-Jones, O'Brien, ジョン・スミス, A&amp;B.</summary>
    public static bool IsJoint(char c) => c is ' ' or '\n' or '・' or '.' or ',' or '_' or '\'' or '\u2018' or '\u2019' or '&' or '/' or '=' or '·'
        || (Script.IsHyphen(c) && c != 'ー');
}
