using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Content.Media;

internal static class MediaAudit
{
    public static readonly AuditEvent Added = new("content.media-added", "A picture or file was added");
    public static readonly AuditEvent Changed = new("content.media-changed", "The words or the owner of a picture or file were changed");
    public static readonly AuditEvent Deleted = new("content.media-deleted", "A picture or file was deleted");

    public static readonly IReadOnlyList<AuditEvent> All = [Added, Changed, Deleted];
}
