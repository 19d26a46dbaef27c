using CrmExtensions.Interviews;
using CrmExtensions.Texts;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class InterviewStatusesTests
{
    [TestMethod]
    [DataRow(InterviewStatus.NotStarted, 1)]
    [DataRow(InterviewStatus.InProgress, 727_000_002)]
    [DataRow(InterviewStatus.Scheduled, 727_000_003)]
    [DataRow(InterviewStatus.Submitted, 727_000_004)]
    [DataRow(InterviewStatus.Returned, 727_000_005)]
    [DataRow(InterviewStatus.Completed, 2)]
    [DataRow(InterviewStatus.CompletedWaived, 727_000_007)]
    [DataRow(InterviewStatus.Superseded, 727_000_008)]
    [DataRow(InterviewStatus.OutOfScope, 727_000_009)]
    public void A_status_is_stored_and_read_as_product_5_2_says(InterviewStatus status, int stored)
    {
        Assert.AreEqual(stored, InterviewStatuses.Stored(status));
        Assert.AreEqual(status, InterviewStatuses.FromStored(stored));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(3)]
    [DataRow(727_000_000)]
    [DataRow(727_000_001)]
    [DataRow(727_000_006)]
    [DataRow(727_000_010)]
    public void A_status_code_that_is_not_ours_is_no_status(int stored) => Assert.IsNull(InterviewStatuses.FromStored(stored));

    [TestMethod]
    public void Every_status_is_listed_once() => CollectionAssert.AreEqual(Enum.GetValues<InterviewStatus>(), InterviewStatuses.All.ToArray());

    [TestMethod]
    public void Every_status_has_a_name_of_its_own() =>
        CollectionAssert.AllItemsAreUnique(InterviewStatuses.All.Select(status => Wording.In(Language.Japanese, InterviewStatuses.Name(status))).ToList());

    [TestMethod]
    [DataRow(InterviewStatus.NotStarted, null)]
    [DataRow(InterviewStatus.InProgress, null)]
    [DataRow(InterviewStatus.Scheduled, null)]
    [DataRow(InterviewStatus.Submitted, null)]
    [DataRow(InterviewStatus.Returned, null)]
    [DataRow(InterviewStatus.Completed, Text.InterviewIsCompleted)]
    [DataRow(InterviewStatus.CompletedWaived, Text.InterviewIsCompleted)]
    [DataRow(InterviewStatus.Superseded, Text.InterviewIsClosed)]
    [DataRow(InterviewStatus.OutOfScope, Text.InterviewIsClosed)]
    public void Answers_of_an_inactive_interview_are_locked(InterviewStatus status, Text? refusal)
    {
        Assert.AreEqual(refusal, InterviewStatuses.JudgeChange(status)?.What.Text);
        Assert.AreEqual(refusal is not null, InterviewStatuses.IsLocked(status));
        Assert.AreEqual(refusal is null, InterviewStatuses.IsActive(status));
    }
}
