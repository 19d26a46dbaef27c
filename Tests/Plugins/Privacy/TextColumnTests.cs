using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Privacy;

/// <summary>Every text column is decided about: a new one is emptied, and fails here until it is named.</summary>
[TestClass]
public sealed class TextColumnTests
{
    [TestMethod]
    [DataRow(
        Interview.Table,
        "wl_after wl_anxiety wl_atmosphere wl_before wl_conditions wl_contentinfluence wl_contrast wl_decidingremark wl_habit wl_momentnarrative wl_outofscopereason "
        + "wl_pull wl_push wl_reviewnote wl_sellernote wl_speakername wl_texthash wl_whatwouldchange",
        "wl_closekey wl_exactbasevalue wl_industrylabel wl_lateclosekey wl_leadsourcelabel wl_name wl_opportunitykey wl_periodkey wl_preparationtoken wl_productline "
        + "wl_purgereason wl_serverwrite wl_stageatclose wl_statusreasonlabel")]
    [DataRow(InterviewReason.Table, "wl_detail wl_name wl_quote", "")]
    [DataRow(InterviewCompetitor.Table, "wl_theirstrength wl_theirweakness", "wl_name")]
    [DataRow(Waiver.Table, "wl_decisionnote wl_note", "wl_name")]
    [DataRow(Evidence.Table, "wl_excerpt wl_name wl_starttime wl_url", "")]
    public void A_text_is_emptied_unless_it_is_a_key_a_number_or_a_label(string table, string emptied, string kept)
    {
        using var archive = new Archive();
        var office = archive.Desk.Office;
        var texts = office.Org.Catalog.Tables[table].Columns.Values.Where(column => column.Type is ColumnType.Text or ColumnType.Memo).Select(column => column.Name).ToList();
        office.Org.EnableSteps(_ => true, false);
        var row = table == Interview.Table ? new EntityReference(table, archive.Desk.Id) : archive.Below(table);
        var filled = new Entity(table, row.Id);
        foreach (var column in texts)
        {
            filled[column] = "x";
        }

        office.System.Update(filled);
        office.Org.EnableSteps(_ => true, true);

        archive.Purge();

        var after = archive.Row(row);
        Assert.AreEqual(emptied, string.Join(' ', texts.Where(column => !after.Contains(column)).Order(StringComparer.Ordinal)));
        Assert.AreEqual(kept, string.Join(' ', texts.Where(after.Contains).Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    public void Lookups_to_customers_and_meetings_with_them_are_emptied_and_no_others()
    {
        using var archive = new Archive();
        var office = archive.Desk.Office;
        var lookups = office.Org.Catalog.Tables[Interview.Table].Columns.Values.Where(column => column.Type == ColumnType.Lookup).ToList();

        Assert.AreEqual(
            "wl_accountid wl_contactid wl_momentmeetingid wl_respondentid",
            string.Join(' ', lookups.Where(column => column.Targets.Any(target => target is Account.Table or Contact.Table or Appointment.Table or Lead.Table)).Select(column => column.Name).Order(StringComparer.Ordinal)));
        var buyer = new EntityReference(Contact.Table, office.System.Create(new Entity(Contact.Table) { [Contact.FullName] = "Buyer" }));
        var meeting = new EntityReference(Appointment.Table, office.System.Create(new Entity(Appointment.Table) { [Appointment.Subject] = "With Buyer" }));
        office.Org.EnableSteps(_ => true, false);
        office.System.Update(new Entity(Interview.Table, archive.Desk.Id) { [Interview.ContactId] = buyer, [Interview.MomentMeetingId] = meeting });
        office.Org.EnableSteps(_ => true, true);

        archive.Purge();

        var row = archive.Desk.Row;
        Assert.IsFalse(row.Contains(Interview.AccountId) || row.Contains(Interview.ContactId) || row.Contains(Interview.RespondentId) || row.Contains(Interview.MomentMeetingId));
        Assert.AreEqual(archive.Desk.Deal, row.GetAttributeValue<EntityReference>(Interview.OpportunityId)!.Id);
    }
}
