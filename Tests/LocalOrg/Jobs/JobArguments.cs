using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Jobs;

/// <summary>Copies of the request's parameters and of the images the step registered.</summary>
internal sealed record JobArguments(ParameterCollection Input, EntityImageCollection Before, EntityImageCollection After);
