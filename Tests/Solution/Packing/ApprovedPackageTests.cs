namespace CrmExtensions.Tests.Packing;

/// <summary>
/// The package as it was last held against SolutionPackager's for the same folder, node for node (Solution/README.md). A
/// change shows as a difference in the approved file.
/// </summary>
[TestClass]
public sealed class ApprovedPackageTests
{
    [TestMethod]
    public void The_package_is_the_approved_one() =>
        Approval.Check("Tests/Solution/Packing/Package.approved.txt", [.. PackedLines.Of(Shipped.Package).Order(StringComparer.Ordinal)]);

    [TestMethod]
    public void A_component_has_one_line() => Expect.NoComplaint(PackedLines.Of(Shipped.Package).Select(line => line[..line.LastIndexOf(' ')]).Repeated());
}
