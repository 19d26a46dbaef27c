namespace CrmExtensions.Tests.Folding;

/// <summary>What can happen to a job.</summary>
internal enum Mishap
{
    Crash,
    Fault,
    Duplicate,
}
