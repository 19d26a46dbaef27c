namespace CrmExtensions.Local.Replay;

/// <summary>Where a deal of the file stands.</summary>
internal enum DealStatus
{
    Open,
    Won,
    Lost,
}
