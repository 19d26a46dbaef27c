namespace CrmExtensions.Interviews;

/// <summary>In which capacities somebody moves an interview; one person can have several at once.</summary>
[Flags]
public enum Movers
{
    None = 0,

    /// <summary>Who owns the interview, or is in the team that does.</summary>
    Owner = 1,

    /// <summary>Who may approve for the interview's business unit.</summary>
    Manager = 2,

    /// <summary>A rule of the organisation that the server carries out.</summary>
    Policy = 4,

    /// <summary>The server, following the opportunity.</summary>
    System = 8,
}
