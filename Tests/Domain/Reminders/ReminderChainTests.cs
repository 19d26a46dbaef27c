using CrmExtensions.Reminders;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

/// <summary>People by number: 1 owner, 2 manager, 3 head, 4 program owner; 0 is nobody.</summary>
[TestClass]
public sealed class ReminderChainTests
{
    [TestMethod]
    //        who there is     before due  due  +3  +10  submitted
    [DataRow(1, 2, 3, 4, "1 1 2 3 2")]
    [DataRow(1, 0, 3, 4, "1 1 3 3 3")]
    [DataRow(1, 0, 0, 4, "1 1 4 4 4")]
    [DataRow(1, 2, 0, 4, "1 1 2 4 2")]
    [DataRow(1, 2, 0, 0, "1 1 2 0 2")]
    [DataRow(0, 2, 3, 4, "0 0 2 3 2")]
    [DataRow(3, 2, 3, 4, "3 3 2 4 2", DisplayName = "the head is the owner: the program owner is above")]
    [DataRow(4, 0, 0, 4, "4 4 0 0 0", DisplayName = "nobody is above the program owner")]
    public void Each_mark_concerns_the_next_who_is_there(int owner, int manager, int head, int programOwner, string expected)
    {
        var chain = new ReminderChain(Person(owner), Person(manager), head == 0 ? [] : [Id(head)], Person(programOwner));
        Guid?[] found =
        [
            chain.For(ReminderMark.BeforeDue, isSubmitted: false), chain.For(ReminderMark.Due, isSubmitted: false),
            chain.For(ReminderMark.PastDue, isSubmitted: false), chain.For(ReminderMark.LongPastDue, isSubmitted: false),
            chain.For(ReminderMark.BeforeDue, isSubmitted: true),
        ];

        CollectionAssert.AreEqual(expected.Split(' ').Select(number => Person(int.Parse(number, null))).ToList(), found);
    }

    [TestMethod]
    [DataRow(ReminderMark.BeforeDue)]
    [DataRow(ReminderMark.Due)]
    [DataRow(ReminderMark.PastDue)]
    [DataRow(ReminderMark.LongPastDue)]
    public void A_submitted_one_waits_for_the_manager_at_every_mark(ReminderMark mark) =>
        Assert.AreEqual(Id(2), new ReminderChain(Id(1), Id(2), [Id(3)], Id(4)).For(mark, isSubmitted: true));

    private static Guid? Person(int number) => number == 0 ? null : Id(number);
}
