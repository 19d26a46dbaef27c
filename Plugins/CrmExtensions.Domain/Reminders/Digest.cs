using CrmExtensions.Texts;

namespace CrmExtensions.Reminders;

/// <summary>All that one person is reminded of on one day: numbers and due dates only, since notifications are not restricted.</summary>
public sealed class Digest
{
    private const int MostNamed = 10;
    private readonly DateTime today;
    private readonly List<DueInterview> interviews;

    /// <summary>The digest of the interviews that a person has to be reminded of.</summary>
    public Digest(IEnumerable<DueInterview> interviews, DateTime today)
    {
        this.today = today;
        this.interviews = [.. interviews
            .OrderBy(interview => interview.RoleOn(today))
            .ThenBy(interview => interview.DueOn)
            .ThenBy(interview => interview.Number, StringComparer.Ordinal)];
    }

    /// <summary>The interviews, in the order in which it names them.</summary>
    public IReadOnlyList<DueInterview> Interviews => interviews;

    /// <summary>How many of each kind.</summary>
    public Sentence Title => new(Text.DigestTitle, ByRole(interviews).Select(kind => new Sentence(CountOf(kind.Key), kind.Count())).ToList());

    /// <summary>At most ten by number and due date, a line for each kind, and then how many more there are.</summary>
    public string BodyIn(Language language)
    {
        var lines = ByRole(interviews.Take(MostNamed)).Select(kind => new Sentence(NamesOf(kind.Key), kind.Select(Named).ToList())).ToList();
        if (interviews.Count > MostNamed)
        {
            lines.Add(new Sentence(Text.DigestMore, interviews.Count - MostNamed));
        }

        return string.Join("\n", lines.Select(line => line.In(language)));
    }

    private IEnumerable<IGrouping<ReminderRole, DueInterview>> ByRole(IEnumerable<DueInterview> some) => some.GroupBy(interview => interview.RoleOn(today));

    private static Sentence Named(DueInterview interview) => new(Text.DigestInterview, interview.Number, interview.DueOn);

    private static Text CountOf(ReminderRole role) => role switch
    {
        ReminderRole.Owner => Text.DigestCountOwner,
        ReminderRole.Reviewer => Text.DigestCountReviewer,
        ReminderRole.Manager => Text.DigestCountManager,
        _ => Text.DigestCountHead,
    };

    private static Text NamesOf(ReminderRole role) => role switch
    {
        ReminderRole.Owner => Text.DigestOwner,
        ReminderRole.Reviewer => Text.DigestReviewer,
        ReminderRole.Manager => Text.DigestManager,
        _ => Text.DigestHead,
    };
}
