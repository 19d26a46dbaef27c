namespace CrmExtensions.Waivers;

/// <summary>Who moves a waiver.</summary>
public enum WaiverMover
{
    Approver,
    Requester,

    /// <summary>The server, once nobody has decided for too long.</summary>
    Clock,

    /// <summary>The server, once the customer was heard.</summary>
    Hearing,
}
