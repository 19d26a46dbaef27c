namespace CrmExtensions.Framework;

/// <summary>Where in the pipeline a step runs; the numbers are the platform's.</summary>
public enum Stage
{
    PreValidation = 10,
    PreOperation = 20,
    PostOperation = 40,

    /// <summary>After commit, in a job of its own. Not the platform's number: there it is PostOperation with mode 1.</summary>
    Asynchronous = 140,
}
