namespace CrmExtensions.Framework;

/// <summary>The aliases of our images, as registered.</summary>
internal static class Image
{
    public const string Pre = "PreImage";
    public const string Post = "PostImage";
}
