using CrmExtensions.Settings;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class PolicyTests
{
    [TestMethod]
    public void An_organisation_that_decides_nothing_gets_the_defaults_of_the_product()
    {
        var policy = new Policy();

        Assert.IsNull(policy.GoLive);
        Assert.AreEqual(2, policy.ReflectionDueDays);
        Assert.IsTrue(policy.ReflectionInWorkingDays);
        Assert.AreEqual(14, policy.HearingDueDays);
        Assert.AreEqual((30, 90), (policy.OverdueDays, policy.StaleDays));
        Assert.AreEqual((0m, null, null), (policy.MinimumValue, policy.CleanUpAgeDays, policy.CleanUpBelow));
        Assert.AreEqual("Tokyo Standard Time", policy.TimeZoneId);
        Assert.AreEqual(4, policy.FiscalStartMonth);
        Assert.AreEqual((5, 10, 30), (policy.HiddenBelow, policy.CountsOnlyBelow, policy.ReferenceBelow));
        Assert.AreEqual("1000000 5000000 20000000 100000000", string.Join(' ', policy.ValueBands));
    }
}
