using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>Parameters that any request takes beside those of its message (PD/optional-parameters.md).</summary>
internal static class OptionalParameters
{
    public const string Tag = "tag";

    public static IReadOnlyList<string> Names { get; } =
    [
        Tag, Bypass.Execution, Bypass.StepIds, Bypass.CustomPlugins,
        "SuppressDuplicateDetection", "SuppressCallbackRegistrationExpanderJob", "SolutionUniqueName", "partitionId",
    ];

    /// <summary>Gives a request that is made of another what the other says of how it is run.</summary>
    public static OrganizationRequest HandOn(OrganizationRequest whole, OrganizationRequest part)
    {
        foreach (var name in Names)
        {
            if (whole.Parameters.TryGetValue(name, out var value))
            {
                part.Parameters[name] = value;
            }
        }

        return part;
    }
}
