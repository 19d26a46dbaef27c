using System.Globalization;
using System.Xml.Linq;

namespace CrmExtensions.Tests.Tables;

/// <summary>Choices, states and status reasons (solution-anatomy.md 4.4, 11).</summary>
[TestClass]
public sealed class ChoiceTests
{
    private static readonly int[] DefaultStatuses = [1, 2];

    [TestMethod]
    public void Names_are_unique_in_lower_case_and_begin_with_the_prefix() => Expect.NoComplaint(
    [
        .. ChoiceXml.All.Select(choice => choice.Name).Repeated().Select(name => $"{name} names several choices."),
        .. ChoiceXml.All.Where(choice => choice.Name != choice.Name.Logical()).Select(choice => $"{choice} has capitals."),
        .. ChoiceXml.All.Where(choice => !choice.Name.StartsWith(Publisher.Prefix, StringComparison.Ordinal)).Select(choice => $"{choice} has no prefix."),
    ]);

    [TestMethod]
    public void A_choice_of_a_column_is_called_after_both() => Expect.All(
        ChoiceXml.Local,
        choice => choice.Name == $"{choice.Column!.Table.LogicalName}_{choice.Column.LogicalName}",
        "is not.");

    [TestMethod]
    public void Values_are_the_publishers_or_the_platforms_own_two() => Expect.NoComplaint(ChoiceXml.All, choice =>
        choice.Values.Where(value => !MayHave(choice, value)).Select(value => string.Create(CultureInfo.InvariantCulture, $"{choice} has the value {value}.")));

    [TestMethod]
    public void No_value_stands_twice_in_a_choice() => Expect.NoComplaint(ChoiceXml.All, choice =>
        choice.Values.Repeated().Select(value => string.Create(CultureInfo.InvariantCulture, $"{choice} has {value} twice.")));

    [TestMethod]
    public void A_choice_says_of_what_type_it_is() => Expect.All(
        ChoiceXml.All,
        choice => choice.Type == (choice.Column?.Type ?? "picklist") && choice.Element.Text("IsGlobal") == (choice.Column is null ? "1" : ""),
        "does not, or says something else.");

    [TestMethod]
    public void A_choice_column_uses_a_global_choice_that_exists_or_has_its_own()
    {
        var global = ChoiceXml.Global.Select(choice => choice.Name).ToHashSet();

        Expect.All(
            TableXml.AllColumns.Where(column => column.Type == "picklist"),
            column => column.Element.Element("optionset") is null ? global.Contains(column.Element.Text("OptionSetName")) : column.Element.Element("OptionSetName") is null,
            "does neither, or both.");
    }

    [TestMethod]
    public void Every_global_choice_is_used() => Expect.All(
        ChoiceXml.Global,
        choice => TableXml.AllColumns.Any(column => column.Element.Text("OptionSetName") == choice.Name),
        "is not.");

    [TestMethod]
    public void A_yes_or_no_has_yes_first() =>
        Expect.All(ChoiceXml.Local.Where(choice => choice.Type == "bit"), choice => choice.Values.SequenceEqual([1, 0]), "has not.");

    [TestMethod]
    public void A_default_is_one_of_the_options_or_none() => Expect.NoComplaint(
        ChoiceXml.Local.Where(choice => choice.Type is "bit" or "picklist"),
        choice => Expect.Unless(
            choice.Values.Append(choice.Type == "picklist" ? -1 : 0).Contains((int)choice.Column!.Element.Number("AppDefaultValue")),
            $"{choice} has the default {choice.Column.Element.Text("AppDefaultValue")}."));

    [TestMethod]
    public void A_state_leads_to_a_status_of_its_own() => Expect.NoComplaint(
        TableXml.Own,
        table => States(table).Where(state => !Statuses(table).Contains((ChoiceXml.Number(state, "defaultstatus"), ChoiceXml.Value(state))))
            .Select(state => $"{table}: {state.Attr("invariantname")} leads to no status of its own."));

    [TestMethod]
    public void A_status_belongs_to_a_state() => Expect.NoComplaint(
        TableXml.Own,
        table => Statuses(table).Where(status => !States(table).Select(ChoiceXml.Value).Contains(status.State))
            .Select(status => string.Create(CultureInfo.InvariantCulture, $"{table}: status {status.Value} belongs to no state.")));

    private static bool MayHave(ChoiceXml choice, int value) => Publisher.Owns(value) || choice.Type switch
    {
        "bit" or "state" => value is 0 or 1,
        "status" => DefaultStatuses.Contains(value),
        _ => false,
    };

    private static IEnumerable<XElement> States(TableXml table) => table.Entity.Descendants("state");

    private static List<(int Value, int State)> Statuses(TableXml table) =>
        [.. table.Entity.Descendants("status").Select(status => (ChoiceXml.Value(status), ChoiceXml.Number(status, "state")))];
}
