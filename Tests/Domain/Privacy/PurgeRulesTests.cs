using CrmExtensions.Interviews;
using CrmExtensions.Privacy;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class PurgeRulesTests
{
    [TestMethod]
    [DataRow("1234", false)]
    [DataRow("12345", true)]
    [DataRow("  1234  ", false)]
    [DataRow("個人の申出", true)]
    [DataRow(null, false)]
    public void A_reason_is_said_in_five_characters_at_least(string? reason, bool isEnough) =>
        Assert.AreEqual(isEnough, PurgeRules.Judge("key", exists: true, reason) is null);

    [TestMethod]
    public void A_purged_interview_moves_only_out_of_scope_or_away_and_takes_nothing_in()
    {
        foreach (var from in InterviewStatuses.All)
        {
            foreach (var to in InterviewStatuses.All)
            {
                var isOpen = from == to || to is InterviewStatus.OutOfScope or InterviewStatus.Superseded;
                Assert.AreEqual(isOpen, PurgeRules.JudgeChange(from, to, writes: false) is null, $"{from} to {to}");
                Assert.IsNotNull(PurgeRules.JudgeChange(from, to, writes: true));
            }
        }
    }
}
