using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Jobs;

/// <summary>Copies of the request's parameters, of the images the step registered, and of what the steps before it left.</summary>
internal sealed record JobArguments(ParameterCollection Input, EntityImageCollection Before, EntityImageCollection After, ParameterCollection Output, ParameterCollection Shared);
