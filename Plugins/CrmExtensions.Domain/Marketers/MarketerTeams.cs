namespace CrmExtensions.Marketers;

/// <summary>The team of a business unit whose members are the marketers assigned to it.</summary>
public static class MarketerTeams
{
    /// <summary>Of that name there is a copy in every business unit.</summary>
    public const string RoleName = "WL Embedded Marketer";

    /// <summary>The same in every unit: nobody knows who will read it.</summary>
    public const string Name = "決定場面マーケター / Win/loss marketers";

    private static readonly byte[] Mask = new Guid("5b0c8f2e-6d41-4c7a-9e35-c1a7f4d20b86").ToByteArray();

    /// <summary>
    /// The team's id: the unit's, with every bit turned that is set in a constant. So everybody who needs the team knows its id
    /// without looking, two who make it at once make the same one, and no two units share one.
    /// </summary>
    public static Guid IdOf(Guid unit) => new(unit.ToByteArray().Zip(Mask, (one, other) => (byte)(one ^ other)).ToArray());
}
