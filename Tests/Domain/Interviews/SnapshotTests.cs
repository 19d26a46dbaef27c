using CrmExtensions.Interviews;
using CrmExtensions.Texts;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class SnapshotTests
{
    [TestMethod]
    //       lookup was    is     merge  server allowed
    [DataRow(false, true, true, false, false, false, DisplayName = "a value changes")]
    [DataRow(false, true, true, true, true, false, DisplayName = "a value changes, whoever does it")]
    [DataRow(false, true, false, false, false, false, DisplayName = "a value is emptied")]
    [DataRow(false, false, true, false, false, false, DisplayName = "a value is filled in by hand")]
    [DataRow(false, false, true, false, true, true, DisplayName = "a value is filled in by the server")]
    [DataRow(true, true, false, false, false, true, DisplayName = "what a lookup points at is deleted")]
    [DataRow(true, true, true, false, false, false, DisplayName = "a lookup is re-pointed")]
    [DataRow(true, true, true, false, true, false, DisplayName = "a lookup is re-pointed by the server")]
    [DataRow(true, true, true, true, false, true, DisplayName = "a lookup is re-pointed by a merge")]
    [DataRow(true, false, true, false, false, false, DisplayName = "a lookup is filled in by hand")]
    [DataRow(true, false, true, false, true, true, DisplayName = "a lookup is filled in by the server")]
    [DataRow(true, false, false, false, false, true, DisplayName = "nothing stays nothing")]
    public void What_was_taken_at_close_stays(bool isLookup, bool was, bool isFilled, bool byMerge, bool byServer, bool isAllowed)
    {
        var refusal = Snapshot.Judge([new SnapshotChange("Industry", isLookup, was, isFilled)], byMerge, byServer);

        Assert.AreEqual(isAllowed, refusal is null);
    }

    [TestMethod]
    public void Every_column_is_named_at_once()
    {
        var refusal = Snapshot.Judge([new("Value", false, true, true), new("Account", true, true, false), new("Owner", true, true, true)])!;

        StringAssert.Contains(refusal.In(Language.English), "stays as it was: Value, Owner.");
    }
}
