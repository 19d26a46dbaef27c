namespace CrmExtensions.Insights;

/// <summary>How sure a name is to be one where its letters stand; a lower number is the stricter.</summary>
internal enum Caution
{
    /// <summary>Wherever it stands as a whole word.</summary>
    None = 0,

    /// <summary>It is a word of the language too (Best, 未来), or a given name that is part of others: written with a capital, or not inside a run of kanji.</summary>
    Ordinary = 1,

    /// <summary>So short that it proves nothing (林, X): with a title, an honorific or a legal form beside it.</summary>
    Addressed = 2,
}
