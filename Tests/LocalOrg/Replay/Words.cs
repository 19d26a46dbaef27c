using System.Globalization;

namespace CrmExtensions.Local.Replay;

/// <summary>A message in the language of whoever runs the command: Japanese where the system is Japanese, else English.</summary>
internal static class Words
{
    public static string In(string english, string japanese) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? japanese : english;
}
