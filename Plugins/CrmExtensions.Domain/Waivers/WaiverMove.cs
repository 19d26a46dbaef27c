namespace CrmExtensions.Waivers;

/// <summary>One allowed move of a waiver.</summary>
public sealed record WaiverMove(WaiverStatus From, WaiverStatus To, WaiverMover Who);
