using System.Globalization;
using CrmExtensions.Closing;
using CrmExtensions.Settings;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class ValueBandTests
{
    [TestMethod]
    [DataRow("-0.01", 0)]
    [DataRow("0", 0)]
    [DataRow("999999.99", 0)]
    [DataRow("1000000", 1)]
    [DataRow("4999999.99", 1)]
    [DataRow("5000000", 2)]
    [DataRow("19999999.99", 2)]
    [DataRow("20000000", 3)]
    [DataRow("99999999.99", 3)]
    [DataRow("100000000", 4)]
    [DataRow("79228162514264337593543950335", 4)]
    public void A_band_begins_at_its_lower_bound(string value, int band)
    {
        Assert.AreEqual(band, ValueBand.Of(decimal.Parse(value, CultureInfo.InvariantCulture), new Policy().ValueBands));
    }

    [TestMethod]
    public void An_organisation_may_have_bounds_of_its_own()
    {
        Assert.AreEqual(1, ValueBand.Of(100m, [100m, 200m]));
        Assert.AreEqual(0, ValueBand.Of(100m, []));
    }
}
