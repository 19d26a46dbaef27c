using System.ServiceModel;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>Runs plug-ins, and turns what they throw into what the platform says.</summary>
internal sealed class StepRunner(Engine engine, PluginLoader plugins)
{
    /// <summary>Runs the synchronous steps of a stage, in order.</summary>
    public void RunStage(Operation operation, int stage)
    {
        foreach (var step in engine.Steps.For(operation, stage, asynchronous: false))
        {
            Run(operation, step, Images.Before(step, operation), Images.After(step, operation));
        }
    }

    /// <summary>Runs a step.</summary>
    /// <param name="operation">The message.</param>
    /// <param name="step">The step.</param>
    /// <param name="before">The images before, those of each row apart.</param>
    /// <param name="after">The images after, those of each row apart.</param>
    public void Run(Operation operation, Step step, EntityImageCollection[] before, EntityImageCollection[] after)
    {
        var trace = new PluginTrace();
        var context = new PluginContext(operation, step, before, after);
        engine.Meter.Ran(step.TypeName);
        try
        {
            plugins.For(step.Id, step.TypeName, step.Configuration, step.SecureConfiguration).Execute(new PluginServices(engine, operation, context, trace));
        }
        catch (Exception failure)
        {
            operation.Unit?.Doom();
            engine.Traces.Add(step.TypeName, operation.Message, trace.Text, failure);
            throw Translated(step, failure, trace.Text);
        }

        engine.Traces.Add(step.TypeName, operation.Message, trace.Text, null);
        if (operation.Unit is { IsDoomed: true })
        {
            throw PipelineFaults.CaughtAndContinued();
        }
    }

    private static Exception Translated(Step step, Exception failure, string trace) => failure switch
    {
        FaultException<OrganizationServiceFault> or NotSupportedByLocalOrgException or WorkerLostException => failure,
        InvalidPluginExecutionException { Status: OperationStatus.Retry or OperationStatus.Canceled } when step.IsAsynchronous => failure,
        InvalidPluginExecutionException refusal => Traced(PipelineFaults.FromPlugin(refusal), step, trace),
        _ => Traced(PipelineFaults.Unexpected(step.TypeName, failure), step, trace),
    };

    // The example of PD/webapi/compose-http-requests-handle-errors.md, without the assembly's name.
    private static FaultException<OrganizationServiceFault> Traced(FaultException<OrganizationServiceFault> fault, Step step, string trace)
    {
        fault.Detail.TraceText = $"\r\n[{step.TypeName}]\r\n[{step.Id:D}: {step.Name}]\r\n\r\n{trace}";
        return fault;
    }
}
