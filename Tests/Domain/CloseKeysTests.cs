using CrmExtensions.Closing;
using CsCheck;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class CloseKeysTests
{
    private static readonly Guid Some = Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E");

    [TestMethod]
    public void A_close_row_is_named_by_its_id_in_lower_case()
    {
        Assert.AreEqual("oc-0f8fad5b-d9cb-469f-a165-70867728950e", CloseKeys.Of(Some));
    }

    [TestMethod]
    [DataRow(1, "st-0f8fad5b-d9cb-469f-a165-70867728950e-1")]
    [DataRow(12, "st-0f8fad5b-d9cb-469f-a165-70867728950e-12")]
    public void A_close_without_a_row_is_named_by_its_opportunity_and_sequence(int sequence, string key)
    {
        Assert.AreEqual(key, CloseKeys.OfState(Some, sequence));
    }

    [TestMethod]
    public void Only_the_key_of_a_row_gives_the_row_back()
    {
        Gen.Select(Gen.Guid, Gen.Int[1, 99]).Sample((id, sequence) =>
            CloseKeys.CloseIdOf(CloseKeys.Of(id)) == id && CloseKeys.CloseIdOf(CloseKeys.OfState(id, sequence)) is null
            && !CloseKeys.IsState(CloseKeys.Of(id)) && CloseKeys.IsState(CloseKeys.OfState(id, sequence)));
    }

    [TestMethod]
    [DataRow("oc-0f8fad5b-d9cb-469f-a165-70867728950e", true)]
    [DataRow("OC-0F8FAD5B-D9CB-469F-A165-70867728950E", true)]
    [DataRow("oc-", false)]
    [DataRow("oc-0f8fad5b", false)]
    [DataRow("xx-0f8fad5b-d9cb-469f-a165-70867728950e", false)]
    [DataRow("", false)]
    public void A_key_names_a_row_in_either_case_or_not_at_all(string key, bool names)
    {
        Assert.AreEqual(names ? Some : null, CloseKeys.CloseIdOf(key));
    }

    [TestMethod]
    [DataRow("st-0f8fad5b-d9cb-469f-a165-70867728950e-1", true)]
    [DataRow("ST-0F8FAD5B-D9CB-469F-A165-70867728950E-1", true)]
    [DataRow("oc-st-1", false)]
    [DataRow("", false)]
    public void A_key_is_of_a_bare_state_in_either_case_or_not_at_all(string key, bool isState)
    {
        Assert.AreEqual(isState, CloseKeys.IsState(key));
    }

    [TestMethod]
    [DataRow("oc-0f8f", "OC-0F8F", true)]
    [DataRow("oc-0f8f", "oc-0f8f", true)]
    [DataRow("oc-0f8f", "oc-0f8e", false)]
    [DataRow("oc-0f8f", "oc-0f8f ", false)]
    public void Keys_are_the_same_but_for_case(string left, string right, bool same)
    {
        Assert.AreEqual(same, CloseKeys.Same(left, right));
    }
}
