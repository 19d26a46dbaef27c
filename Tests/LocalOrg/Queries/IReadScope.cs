using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Queries;

/// <summary>What the reader of a query may see.</summary>
internal interface IReadScope
{
    Guid UserId { get; }

    /// <summary>The time zone the user has chosen.</summary>
    int? TimeZoneCode { get; }

    /// <summary>The language the user has chosen.</summary>
    int? Language { get; }

    /// <summary>Whether no row and no column is out of reach.</summary>
    bool SeesEverything { get; }

    /// <summary>The condition that keeps rows out of reach away; empty where all rows may be read.</summary>
    /// <exception cref="System.ServiceModel.FaultException">The user may not read the table at all.</exception>
    Filter? RowsOf(Table table);

    bool MayRead(Table table, Column column);
}
