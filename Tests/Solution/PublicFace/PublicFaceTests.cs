namespace CrmExtensions.Tests.PublicFace;

/// <summary>What a release changes for others is looked at before it ships: tables, columns, steps, roles, privileges, apps.</summary>
[TestClass]
public sealed class PublicFaceTests
{
    [TestMethod]
    public void The_public_face_is_the_approved_one() => Approval.Check("Tests/Solution/PublicFace/approved.txt", [.. Face.Lines.Order(StringComparer.Ordinal)]);
}
