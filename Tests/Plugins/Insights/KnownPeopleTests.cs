using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Insights;

/// <summary>People are kept out of a card by each part of their names, and by how those are read (product.md 14, 12).</summary>
[TestClass]
public sealed class KnownPeopleTests
{
    [TestMethod]
    [DataRow("田中太郎", "Aozora Foods", false, DisplayName = "a contact of the customer's")]
    [DataRow("田中 太郎", "Aozora Foods", false, DisplayName = "and with a space")]
    [DataRow("田中太郎", "", true, DisplayName = "who was heard, and belongs to no customer")]
    public void Neither_the_parts_of_a_contacts_name_nor_their_readings_reach_the_card(string full, string customer, bool isHeard)
    {
        using var desk = Said("タナカは反対し、太郎の一言とタロウの計画と田中の判断で決まった");
        var contact = new Entity(Contact.Table)
        {
            [Contact.FullName] = full,
            [Contact.LastName] = "田中",
            [Contact.FirstName] = "太郎",
            [Contact.YomiLastName] = "タナカ",
            [Contact.YomiFirstName] = "タロウ",
            [Contact.ParentCustomerId] = customer.Length > 0 ? new EntityReference(Account.Table, desk.Office.Account) : null,
        };
        contact.Id = desk.Office.System.Create(contact);
        if (isHeard)
        {
            desk.Save(desk.Office.Rep, Interview.RespondentId, contact.ToEntityReference());
        }

        desk.Complete();

        AssertGone(desk);
    }

    [TestMethod]
    public void Neither_do_those_of_our_own_people()
    {
        using var desk = Said("タナカは反対し、太郎の一言とタロウの計画と田中の判断で決まった");
        desk.Office.System.Update(new Entity(SystemUser.Table, desk.Office.RepId)
        {
            [SystemUser.LastName] = "田中",
            [SystemUser.FirstName] = "太郎",
            [SystemUser.YomiLastName] = "タナカ",
            [SystemUser.YomiFirstName] = "タロウ",
        });

        desk.Complete();

        AssertGone(desk);
    }

    [TestMethod]
    public void Who_is_nobody_around_the_interview_is_not_looked_for()
    {
        const string Words = "タナカは反対し、計画で決まった";
        using var desk = Said(Words);
        desk.Office.System.Create(new Entity(Contact.Table) { [Contact.FullName] = "田中太郎", [Contact.YomiLastName] = "タナカ" });

        desk.Complete();

        Assert.AreEqual(Words, desk.Only().Words());
    }

    private static void AssertGone(Desk desk)
    {
        foreach (var part in new[] { "田中", "太郎", "タナカ", "タロウ" })
        {
            Assert.DoesNotContain(part, desk.Only().Words());
        }

        Assert.Contains("反対し", desk.Only().Words());
    }

    private static Desk Said(string remark)
    {
        var desk = new Desk();
        desk.FillIn();
        desk.Save(desk.Office.Rep, Interview.DecidingRemark, remark);
        return desk;
    }
}
