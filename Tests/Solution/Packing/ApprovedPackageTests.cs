namespace CrmExtensions.Tests.Packing;

/// <summary>
/// The package as it was last held against SolutionPackager's for the same folder, node for node (Solution/README.md). A
/// change shows as a difference in the approved file.
/// </summary>
[TestClass]
public sealed class ApprovedPackageTests
{
    private const string Approved = "Tests/Solution/Packing/Package.approved.txt";
    private const string Variable = "APPROVE_PACKAGE";

    [TestMethod]
    public void The_package_is_the_approved_one()
    {
        var lines = PackedLines.Of(Shipped.Package).Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllText(Repo.Full(Approved), string.Join('\n', lines) + "\n");
            Assert.Inconclusive($"{Approved} has been written. Look at its difference, and run again without {Variable}.");
        }

        var approved = Repo.Text(Approved).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var complaints = lines.Except(approved).Select(line => $"packed now:   {line}").Concat(approved.Except(lines).Select(line => $"approved was: {line}")).Order(StringComparer.Ordinal).ToList();
        if (complaints.Count > 0)
        {
            Assert.Fail(string.Join('\n', complaints.Append($"To approve: {Variable}=1 dotnet test Tests/Solution --filter {nameof(ApprovedPackageTests)}")));
        }
    }

    [TestMethod]
    public void A_component_has_one_line() => Expect.NoComplaint(PackedLines.Of(Shipped.Package).Select(line => line[..line.LastIndexOf(' ')]).Repeated());
}
