namespace CrmExtensions.Interviews;

/// <summary>The choice values that rules look at, as offsets (product.md 5.2 and 5.3).</summary>
internal static class Choice
{
    public const int LostToCompetitor = 0;
    public const int CloseContest = 1;
    public const int OtherMoment = 12;
    public const int RemarkTrigger = 2;
    public const int ThirdPartyInterviewer = 4;
    public const int ExternalAdviser = 5;
    public const int UnknownRole = 6;
    public const int ReapproachLater = 1;
    public const int Reproducible = 0;
    public const int ReproducibleUnderConditions = 1;
}
