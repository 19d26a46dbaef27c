using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>What wl_Reconcile refuses, and to whom.</summary>
[TestClass]
public sealed class ReconcileRefusalTests
{
    private const string Key = "OpportunityKey";
    private const string Token = "ContinuationToken";

    [TestMethod]
    [DataRow(1033, Key, "tomorrow", "'tomorrow' is no id of an opportunity.")]
    [DataRow(1041, Key, "tomorrow", "「tomorrow」は案件の ID ではありません。")]
    [DataRow(1033, Key, "00000000-0000-0000-0000-000000000000", "There is no opportunity with the id 00000000-0000-0000-0000-000000000000.")]
    [DataRow(1041, Key, "{7B2A3C4D-0000-4000-8000-000000000001}", "ID が 7b2a3c4d-0000-4000-8000-000000000001 の案件はありません。")]
    [DataRow(1033, Token, "missing:", "'missing:' is no continuation token of this operation.")]
    [DataRow(1041, Token, "1", "「1」は続きのトークンではありません。")]
    [DataRow(1033, Token, "{7B2A3C4D-0000-4000-8000-000000000001}", "is no continuation token of this operation.")]
    public void What_cannot_be_meant_is_refused_in_the_callers_language(int language, string parameter, string value, string refusal)
    {
        using var office = new Office();
        var caller = office.Org.AddUser("Operator", office.Unit, ["System Administrator"]);
        office.System.Create(new Entity(UserSettings.Table, caller) { [UserSettings.UILanguageId] = language });

        Assert.Contains(refusal, Desk.Refusal(() => Call(office.Org.As(caller), (parameter, value))));
    }

    [TestMethod]
    public void A_token_goes_with_all_opportunities_not_with_one()
    {
        using var office = new Office();
        var deal = office.Deal();

        Assert.Contains("is no continuation token", Desk.Refusal(() => Call(office.System, (Key, deal.ToString("D")), (Token, deal.ToString("D")))));
    }

    [TestMethod]
    public void It_is_refused_to_who_may_not_write_settings()
    {
        using var office = new Office();

        Assert.Contains("prvWritewl_Setting", Desk.Refusal(() => Call(office.Rep)));
        Assert.Contains("prvWritewl_Setting", Desk.Refusal(() => Call(office.Manager)));
    }

    private static OrganizationResponse Call(IOrganizationService who, params (string Name, string Value)[] parameters)
    {
        var request = new OrganizationRequest("wl_Reconcile");
        foreach (var (name, value) in parameters)
        {
            request[name] = value;
        }

        return who.Execute(request);
    }
}
