namespace CrmExtensions.Specificity;

/// <summary>The languages in which questions are asked.</summary>
public enum Language
{
    Japanese,
    English,
}
