using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Privacy;

/// <summary>Who may not purge, and what cannot be purged.</summary>
[TestClass]
public sealed class PurgeRefusalTests
{
    [TestMethod]
    public void Every_role_but_the_privacy_officers_is_refused()
    {
        using var archive = new Archive();
        var org = archive.Desk.Office.Org;
        var refused = new List<string>();
        foreach (var role in org.Catalog.Roles.Select(role => role.Name).Where(name => name != "WL Privacy Officer"))
        {
            var message = Desk.Refusal(() => archive.Purge(org.As(org.AddUser(role, null, [role]))));
            StringAssert.Contains(message, "is missing prvDeletewl_Interview privilege", StringComparison.Ordinal);
            refused.Add(role);
        }

        Assert.Contains("WL Program Owner", refused);
        Assert.IsTrue(archive.Desk.Row.Contains(Interview.MomentNarrative));
    }

    [TestMethod]
    [DataRow("", "個人情報の消去依頼", "1. Pass the id of an interview as InterviewKey: '' is none.")]
    [DataRow("WL-202604-0001", "個人情報の消去依頼", "1. Pass the id of an interview as InterviewKey: 'WL-202604-0001' is none.")]
    [DataRow("6b0b4e4e-0000-4000-8000-000000000000", "個人情報の消去依頼", "1. Pass the id of an interview as InterviewKey: '6b0b4e4e-0000-4000-8000-000000000000' is none.")]
    [DataRow("{0}", "消去", "1. Give the reason, in 5 to 500 characters.")]
    [DataRow("{0}", " 　\u200b    ", "1. Give the reason, in 5 to 500 characters.")]
    [DataRow("x", "", "1. Pass the id of an interview as InterviewKey: 'x' is none.\n2. Give the reason, in 5 to 500 characters.")]
    public void It_is_said_what_is_missing_and_nothing_is_emptied(string key, string reason, string said)
    {
        using var archive = new Archive();

        var refusal = Desk.Refusal(() => archive.Purge(key: key.Replace("{0}", archive.Desk.Id.ToString(), StringComparison.Ordinal), reason: reason));

        Assert.AreEqual("This interview cannot be purged. Please:\n" + said, refusal);
        Assert.IsTrue(archive.Desk.Row.Contains(Interview.MomentNarrative));
    }

    [TestMethod]
    public void It_is_said_in_japanese_to_who_reads_japanese()
    {
        using var archive = new Archive();
        archive.Desk.Office.System.Create(new Entity(UserSettings.Table, archive.OfficerId) { [UserSettings.UILanguageId] = 1041 });

        StringAssert.Contains(Desk.Refusal(() => archive.Purge(reason: "")), "理由を 5 字以上 500 字以内で記入してください", StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_reason_longer_than_its_column_is_refused_before_anything_is_emptied()
    {
        using var archive = new Archive();

        StringAssert.Contains(Desk.Refusal(() => archive.Purge(reason: new string('理', 501))), "5 to 500", StringComparison.Ordinal);

        archive.Purge(reason: new string('理', 500));
    }

    [TestMethod]
    public void The_officer_deletes_no_interview_and_reads_all()
    {
        using var archive = new Archive();

        StringAssert.Contains(Desk.Refusal(() => archive.Officer.Delete(Interview.Table, archive.Desk.Id)), "never deleted", StringComparison.Ordinal);
        Desk.Refusal(() => archive.Desk.Save(archive.Officer, Interview.Atmosphere, "x"));
    }
}
