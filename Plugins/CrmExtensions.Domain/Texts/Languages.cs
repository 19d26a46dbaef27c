namespace CrmExtensions.Texts;

/// <summary>Which of our languages a user is spoken to in.</summary>
public static class Languages
{
    /// <summary>The language of a locale id: Japanese for 1041; everybody else, whoever has set nothing too, reads English.</summary>
    public static Language FromLcid(int lcid) => lcid == (int)Language.Japanese ? Language.Japanese : Language.English;
}
