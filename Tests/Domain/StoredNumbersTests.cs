using System.Globalization;
using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using CrmExtensions.Rollups;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class StoredNumbersTests
{
    [TestMethod]
    [DataRow(Grain.Month, 0)]
    [DataRow(Grain.Quarter, 1)]
    [DataRow(Grain.Half, 2)]
    [DataRow(Grain.Year, 3)]
    [DataRow(OpportunityState.Open, 0)]
    [DataRow(OpportunityState.Won, 1)]
    [DataRow(OpportunityState.Lost, 2)]
    [DataRow(Outcome.Won, 0)]
    [DataRow(Outcome.Lost, 1)]
    [DataRow(Dimension.All, 0)]
    [DataRow(Dimension.Industry, 1)]
    [DataRow(Dimension.Competitor, 2)]
    [DataRow(Dimension.BusinessUnit, 3)]
    [DataRow(Visibility.Shown, 0)]
    [DataRow(Visibility.Reference, 1)]
    [DataRow(Visibility.CountsOnly, 2)]
    [DataRow(Visibility.Hidden, 3)]
    [DataRow(Visibility.Empty, 4)]
    public void The_number_that_rows_store_for_a_word_never_changes(Enum word, int number)
    {
        Assert.AreEqual(number, Convert.ToInt32(word, CultureInfo.InvariantCulture));
    }
}
