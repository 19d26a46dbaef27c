namespace CrmExtensions.Interviews;

/// <summary>Whose reason it is; the numbers are stored, as offsets of the choice.</summary>
public enum Perspective
{
    Customer = 0,
    Seller = 1,
}
