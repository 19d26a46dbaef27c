namespace CrmExtensions.Local.Queries;

/// <summary>A link and the table it brings in.</summary>
internal sealed record JoinedLink(Link Link, TableUse Use, IReadOnlyList<JoinedLink> Inner)
{
    /// <summary>Whether it may give a parent row more than once.</summary>
    public bool Multiplies => Link.Kind != LinkKind.FirstRow && Use.Column(Link.OwnColumn) != Use.Table.PrimaryKey;

    /// <summary>Links with those inside them, in the order they are written.</summary>
    public static IEnumerable<JoinedLink> Flatten(IEnumerable<JoinedLink> links) =>
        links.SelectMany(link => Flatten(link.Inner).Prepend(link));
}
