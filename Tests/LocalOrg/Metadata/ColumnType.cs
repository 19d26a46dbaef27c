namespace CrmExtensions.Local.Metadata;

/// <summary>The column types of an unpacked solution that this org knows, by what they hold.</summary>
public enum ColumnType
{
    PrimaryKey,
    Guid,
    Text,
    Memo,
    Integer,
    BigInteger,
    Decimal,
    Double,
    Money,
    Boolean,
    DateTime,
    Choice,
    Choices,
    State,
    Status,
    Lookup,
    Owner,
}
