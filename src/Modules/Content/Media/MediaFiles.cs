using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Content.Media;

/// <summary>What this module asks of the platform's files.</summary>
internal static class MediaFiles
{
    public const string Kind = "content.media";

    public static readonly FileRules Rules = new(Kind, FieldClass.Public, [FileTypes.Webp, FileTypes.Pdf]);
}
