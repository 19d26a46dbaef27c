using System.Globalization;
using CrmExtensions.Local.Faults;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>"Retrieves the local time for the specified Coordinated Universal Time" by the number of a time zone (tag SDKXML of platform-facts.md, LocalTimeFromUtcTimeRequest).</summary>
[TestClass]
public sealed class LocalTimeTests
{
    [TestMethod]
    //        zone   UTC                 there
    [DataRow(235, "2026-05-21 23:30", "2026-05-22 08:30", DisplayName = "Tokyo")]
    [DataRow(92, "2026-05-21 23:30", "2026-05-21 23:30", DisplayName = "UTC")]
    [DataRow(85, "2026-05-22 07:30", "2026-05-22 08:30", DisplayName = "London in summer")]
    [DataRow(85, "2026-01-22 08:30", "2026-01-22 08:30", DisplayName = "London in winter")]
    [DataRow(110, "2026-05-22 06:30", "2026-05-22 08:30", DisplayName = "Berlin")]
    [DataRow(35, "2026-05-22 12:30", "2026-05-22 08:30", DisplayName = "New York")]
    [DataRow(4, "2026-05-22 15:30", "2026-05-22 08:30", DisplayName = "Los Angeles")]
    public void Is_what_the_clocks_of_a_zone_show(int zone, string utc, string there)
    {
        using var org = Some.Org();

        Assert.AreEqual(there, ((DateTime)Ask(org.System, zone, utc).Results["LocalTime"]).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public void Of_a_zone_that_is_not_modelled_is_not_guessed()
    {
        using var org = Some.Org();

        Assert.AreEqual("LocalOrg does not support the time zone code 190.", Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => Ask(org.System, 190, "2026-05-22 12:30")).Message);
    }

    private static OrganizationResponse Ask(IOrganizationService service, int zone, string utc) => service.Execute(new OrganizationRequest("LocalTimeFromUtcTime")
    {
        ["TimeZoneCode"] = zone,
        ["UtcTime"] = DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
    });
}
