using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>
/// Which steps a request leaves out (PD/bypass-custom-business-logic.md). It holds for that request alone, not for what
/// the platform or a step makes of it.
/// </summary>
internal sealed class Bypass
{
    public const string Execution = "BypassBusinessLogicExecution";
    public const string StepIds = "BypassBusinessLogicExecutionStepIds";
    public const string CustomPlugins = "BypassCustomPluginExecution";
    private const int MostSteps = 3;

    private readonly HashSet<Guid> steps;
    private readonly HashSet<string> kinds;

    private Bypass(HashSet<string> kinds, HashSet<Guid> steps)
    {
        this.kinds = kinds;
        this.steps = steps;
    }

    /// <summary>Leaves out nothing.</summary>
    public static Bypass None { get; } = new([], []);

    /// <summary>What a request says, of which hardly any says something.</summary>
    /// <param name="request">The request.</param>
    /// <param name="engine">The org.</param>
    /// <param name="origin">Whose request it is.</param>
    /// <exception cref="System.ServiceModel.FaultException">The user may not leave out anything, or it is said wrongly.</exception>
    public static Bypass Of(OrganizationRequest request, Engine engine, Origin origin)
    {
        var kinds = Text(request, Execution);
        var ids = Text(request, StepIds);
        var plugins = request.Parameters.TryGetValue(CustomPlugins, out var flag) && flag is true;
        if (kinds is null && ids is null && !plugins)
        {
            return None;
        }

        if (kinds is not null || ids is not null)
        {
            engine.Demand(origin.Caller, origin.Unit, "prvBypassCustomBusinessLogic");
        }

        if (plugins)
        {
            engine.Demand(origin.Caller, origin.Unit, "prvBypassCustomPlugins");
        }

        return new Bypass(Kinds(kinds, plugins), Ids(ids));
    }

    public bool Omits(Step step) => steps.Contains(step.Id) || kinds.Contains(step.IsAsynchronous ? "CustomAsync" : "CustomSync");

    private static string? Text(OrganizationRequest request, string name) => request.Parameters.TryGetValue(name, out var value) ? value as string : null;

    private static string[] Parts(string? list) => (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static HashSet<string> Kinds(string? list, bool plugins)
    {
        HashSet<string> all = [.. Parts(list)];
        if (all.FirstOrDefault(kind => kind is not ("CustomSync" or "CustomAsync")) is { } unknown)
        {
            throw new NotSupportedByLocalOrgException($"{Execution} '{unknown}': CustomSync, CustomAsync or both");
        }

        if (plugins)
        {
            all.Add("CustomSync");
        }

        return all;
    }

    private static HashSet<Guid> Ids(string? list)
    {
        var parts = Parts(list);
        if (parts.Length > MostSteps)
        {
            throw PipelineFaults.TooManyBypassed(parts.Length, MostSteps);
        }

        return [.. parts.Select(part => Guid.TryParse(part, out var id) ? id : throw new NotSupportedByLocalOrgException($"{StepIds} '{part}', which is no id"))];
    }
}
