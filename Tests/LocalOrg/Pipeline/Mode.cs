namespace CrmExtensions.Local.Pipeline;

/// <summary>How a message comes about.</summary>
internal enum Mode
{
    /// <summary>Somebody asked for it.</summary>
    Asked,

    /// <summary>The platform does it as part of another message; its steps run.</summary>
    Platform,

    /// <summary>The platform does it as part of another message and raises no event.</summary>
    Silent,
}
