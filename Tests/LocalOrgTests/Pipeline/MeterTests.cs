using CrmExtensions.Tables;

namespace CrmExtensions.Tests;

/// <summary>Counting what plug-ins do, and failing one of their service calls on purpose.</summary>
[TestClass]
public sealed class MeterTests
{
    [TestMethod]
    public void Runs_and_service_calls_are_counted()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            call.Service.Add(Contact.Table);
            call.Service.Fetch(Contact.Table);
        });
        org.On("Create", Contact.Table, Some.PostOperation, call => call.Service.Fetch(Contact.Table));

        org.System.Add(Contact.Table);
        org.System.Add(Account.Table);

        Assert.AreEqual(3, org.Meter.RunsOf(nameof(OwnPlugin)));
        Assert.AreEqual(3, org.Meter.MostServiceCalls["Create account"]);
        Assert.AreEqual(1, org.Meter.MostServiceCalls["Create contact"]);
    }

    [TestMethod]
    public void A_service_call_can_be_made_to_fail()
    {
        using var org = Some.Org();
        var calls = new List<string>();
        org.Meter.AtServiceCall = (message, request) =>
        {
            calls.Add($"{message}: {request.RequestName}");
            throw new InvalidOperationException("on purpose");
        };
        org.On("Create", Account.Table, Some.PostOperation, call => call.Service.Add(Contact.Table));

        var refusal = Some.Refusal(() => org.System.Add(Account.Table));

        Assert.Contains("on purpose", refusal.Message);
        Assert.AreEqual("Create: Create", string.Join(", ", calls));
        Assert.AreEqual(0, org.System.Count(Account.Table));
    }
}
