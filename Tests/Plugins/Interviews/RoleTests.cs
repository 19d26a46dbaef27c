using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Interviews;

/// <summary>What each role may do, and that it may do nothing else (product.md 8).</summary>
[TestClass]
public sealed class RoleTests
{
    private const string EveryReader = "read rollups, read reasons, ";

    private static readonly IReadOnlyDictionary<string, Action<Scene>> Deeds = new Dictionary<string, Action<Scene>>
    {
        ["read own"] = scene => scene.Read(scene.Own),
        ["read unit's"] = scene => scene.Read(scene.OfUnit),
        ["read others'"] = scene => scene.Read(scene.OfOtherUnit),
        ["write own"] = scene => scene.Write(scene.Own),
        ["write unit's"] = scene => scene.Write(scene.OfUnit),
        ["write others'"] = scene => scene.Write(scene.OfOtherUnit),
        ["ask for waiver"] = scene => scene.Who.Create(new Entity(Waiver.Table) { [Waiver.InterviewId] = new EntityReference(Interview.Table, scene.Own), [Waiver.Reason] = Desk.Choice(0) }),
        ["create interview"] = scene => scene.Who.Create(new Entity(Interview.Table)),
        ["delete interview"] = scene => scene.Who.Delete(Interview.Table, scene.Own),
        ["read rollups"] = scene => scene.ReadAll(Rollup.Table),
        ["write rollups"] = scene => scene.Who.Update(new Entity(Rollup.Table, scene.Office.Rows(Rollup.Table)[0].Id) { [Rollup.Won] = 99 }),
        ["read reasons"] = scene => scene.ReadAll(Reason.Table),
        ["write reasons"] = scene => scene.Who.Update(new Entity(Reason.Table, scene.Office.Rows(Reason.Table)[0].Id) { [Reason.IsPrice] = true }),
        ["read settings"] = scene => scene.ReadAll(Setting.Table),
        ["write settings"] = scene => scene.Who.Update(new Entity(Setting.Table, scene.Office.Rows(Setting.Table)[0].Id) { [Setting.OverdueLimit] = 9 }),
        ["name approvers"] = scene => scene.Who.Create(new Entity(Approver.Table) { [Approver.BusinessUnitId] = new EntityReference(BusinessUnit.Table, scene.Office.Unit), [Approver.UserId] = new EntityReference(SystemUser.Table, scene.User), [Approver.Kind] = Desk.Choice(0) }),
        ["sweep"] = scene => scene.Who.Execute(new OrganizationRequest("wl_RunDailySweep")),
    };

    [TestMethod]
    [DataRow("WL Seller", EveryReader + "read own, write own, ask for waiver")]
    [DataRow("WL Seller Team Reader", "read own, read unit's")]
    [DataRow("WL Sales Manager", EveryReader + "read own, read unit's, write own, write unit's, ask for waiver")]
    [DataRow("WL Embedded Marketer", EveryReader + "read own, read unit's, write own, write unit's")]
    [DataRow("WL Marketer", EveryReader)]
    [DataRow("WL Inside Sales", EveryReader)]
    [DataRow("WL Insight Reader", EveryReader)]
    [DataRow("WL Program Owner", EveryReader + "read own, read unit's, read others', write reasons, read settings, write settings, name approvers, sweep")]
    [DataRow("WL Executive Sponsor", EveryReader)]
    [DataRow("WL Privacy Officer", "read own, read unit's, read others'")]
    public void May_do_this_and_nothing_else(string role, string allowed)
    {
        using var scene = new Scene(role);

        var done = Deeds.Where(deed => scene.Does(deed.Value)).Select(deed => deed.Key).Order(StringComparer.Ordinal);

        var expected = allowed.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        Assert.AreEqual(string.Join(", ", expected), string.Join(", ", done));
    }

    [TestMethod]
    [DataRow("WL Seller")]
    [DataRow("WL Sales Manager")]
    [DataRow("WL Embedded Marketer")]
    [DataRow("WL Program Owner")]
    public void Sees_no_name_of_a_customer_without_the_profile(string role)
    {
        using var scene = new Scene(role);
        scene.Office.System.Update(new Entity(Interview.Table, scene.Own) { [Interview.SpeakerName] = "Buyer" });

        var seen = scene.Who.Retrieve(Interview.Table, scene.Own, new ColumnSet(Interview.SpeakerName));

        Assert.IsFalse(seen.Contains(Interview.SpeakerName));
    }

    private sealed class Scene : IDisposable
    {
        public Scene(string role)
        {
            Office = new Office();
            User = Office.Org.AddUser("Somebody", Office.Unit, ["Basic User", role]);
            var west = Office.Org.AddBusinessUnit("West");
            var westRep = Office.Org.AddUser("West rep", west, ["Salesperson", "WL Seller"]);
            var deals = new[] { Office.Deal(), Office.Deal(), Office.Deal() };
            foreach (var deal in deals)
            {
                Office.Lose(deal, Desk.Day(1));
            }

            Office.Org.RunJobs();
            (Own, OfUnit, OfOtherUnit) = (IdOf(deals[0]), IdOf(deals[1]), IdOf(deals[2]));

            // Who may not read interviews can be given one by nobody.
            Office.System.Update(new Entity(Interview.Table, OfOtherUnit) { [Interview.OwnerId] = new EntityReference(SystemUser.Table, westRep) });
            Does(_ => Office.System.Update(new Entity(Interview.Table, Own) { [Interview.OwnerId] = new EntityReference(SystemUser.Table, User) }));
        }

        public Office Office { get; }

        public Guid User { get; }

        public Guid Own { get; }

        public Guid OfUnit { get; }

        public Guid OfOtherUnit { get; }

        public IOrganizationService Who => Office.Org.As(User);

        public bool Does(Action<Scene> deed)
        {
            try
            {
                deed(this);
                return true;
            }
            catch (FaultException<OrganizationServiceFault>)
            {
                return false;
            }
        }

        public void Read(Guid interview) => Who.Retrieve(Interview.Table, interview, new ColumnSet(Interview.StatusCode));

        public void Write(Guid interview) => Who.Update(new Entity(Interview.Table, interview) { [Interview.Atmosphere] = "落ち着いた雰囲気" });

        public void ReadAll(string table) => Assert.IsNotEmpty(Who.RetrieveMultiple(new QueryExpression(table)).Entities);

        public void Dispose() => Office.Dispose();

        private Guid IdOf(Guid deal) => Office.Interviews(deal).Single().Id;
    }
}
