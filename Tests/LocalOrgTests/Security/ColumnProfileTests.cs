using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>A column security profile opens secured columns to its members, and to nobody else (platform-facts.md 4).</summary>
[TestClass]
public sealed class ColumnProfileTests
{
    private const string Profile = "WL Interview People";

    [TestMethod]
    public void A_member_reads_and_writes_the_columns_of_the_profile()
    {
        using var org = Some.Org();
        var (id, interview) = Owner(org);
        org.GrantProfiles(id, [Profile]);

        org.As(id).Update(new Entity(Interview.Table, interview.Id) { [Interview.SpeakerName] = "Deputy of the buyer" });

        Assert.AreEqual("Deputy of the buyer", org.As(id).Read(interview, Interview.SpeakerName).GetAttributeValue<string>(Interview.SpeakerName));
    }

    [TestMethod]
    public void Who_is_no_member_neither_reads_nor_writes_them()
    {
        using var org = Some.Org();
        var (id, interview) = Owner(org);
        org.System.Update(new Entity(Interview.Table, interview.Id) { [Interview.SpeakerName] = "Deputy" });

        var refusal = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(
            () => org.As(id).Update(new Entity(Interview.Table, interview.Id) { [Interview.SpeakerName] = "Another" }));

        Assert.Contains("wl_speakername", refusal.Message);
        Assert.IsFalse(org.As(id).Read(interview, Interview.SpeakerName).Contains(Interview.SpeakerName));
    }

    [TestMethod]
    public void A_column_that_no_profile_opens_stays_closed_to_members_of_every_profile()
    {
        using var org = Some.Org();
        var (id, interview) = Owner(org);
        org.GrantProfiles(id, org.Catalog.Profiles.Select(profile => profile.Name));

        Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(
            () => org.As(id).Update(new Entity(Interview.Table, interview.Id) { [Interview.PurgedOn] = org.Now }));
    }

    private static (Guid User, EntityReference Interview) Owner(Local.LocalOrg org)
    {
        var user = org.AddUser("Seller", roles: ["WL Seller"]);
        var row = org.System.Add(Interview.Table, (Interview.CloseKey, "oc-1"), (Interview.OwnerId, new EntityReference(SystemUser.Table, user)));
        return (user, row);
    }
}
