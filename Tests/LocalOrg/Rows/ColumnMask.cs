namespace CrmExtensions.Local.Rows;

/// <summary>A set of columns by ordinal, cheap to compare: up to 256.</summary>
internal readonly record struct ColumnMask(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    public bool Has(int ordinal) => (Part(ordinal) >> (ordinal & 63) & 1) != 0;

    public ColumnMask With(int ordinal)
    {
        var bit = 1UL << (ordinal & 63);
        return (ordinal >> 6) switch
        {
            0 => this with { First = First | bit },
            1 => this with { Second = Second | bit },
            2 => this with { Third = Third | bit },
            3 => this with { Fourth = Fourth | bit },
            _ => throw new Faults.NotSupportedByLocalOrgException("tables of more than 256 columns"),
        };
    }

    private ulong Part(int ordinal) => (ordinal >> 6) switch
    {
        0 => First,
        1 => Second,
        2 => Third,
        _ => Fourth,
    };
}
