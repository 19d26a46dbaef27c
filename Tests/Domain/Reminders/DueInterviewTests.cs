using CrmExtensions.Reminders;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

/// <summary>People by number: 1 owner, 2 manager, 3 head. Due on 25 May 2026.</summary>
[TestClass]
public sealed class DueInterviewTests
{
    [TestMethod]
    [DataRow("2026-05-21", 0)]
    [DataRow("2026-05-22", 1)]
    [DataRow("2026-05-25", 1)]
    [DataRow("2026-05-28", 2)]
    [DataRow("2026-06-04", 3)]
    public void Is_brought_before_whom_its_mark_concerns(string today, int person) =>
        Assert.AreEqual(person == 0 ? null : Id(person), Due(null).Addressee(Day(today)));

    [TestMethod]
    public void Is_brought_before_nobody_once_finished() =>
        Assert.IsNull((Due(null) with { IsOpen = false }).Addressee(Day("2026-05-25")));

    [TestMethod]
    //        last reminder  open   submitted
    [DataRow(null, true, false, "")]
    [DataRow("2026-05-25", true, false, "1")]
    [DataRow("2026-05-28", true, false, "2")]
    [DataRow("2026-06-04", true, false, "3")]
    [DataRow("2026-05-25", true, true, "2 1", DisplayName = "submitted, maybe after the reminder")]
    [DataRow("2026-05-25", false, false, "1 2", DisplayName = "finished, maybe after the reminder")]
    public void May_have_reminded_whom_its_mark_concerned_then(string? last, bool isOpen, bool isSubmitted, string expected)
    {
        var interview = Due(last) with { IsOpen = isOpen, IsSubmitted = isSubmitted };

        Assert.AreEqual(expected, string.Join(' ', interview.MayHaveReminded().Select(person => person.ToString("D")[7])));
    }

    private static DueInterview Due(string? last) =>
        new(Id(9), "WL-202605-000009", Day("2026-05-25"), new ReminderChain(Id(1), Id(2), [Id(3)], null)) { IsOpen = true, LastReminder = last is null ? null : Day(last) };
}
