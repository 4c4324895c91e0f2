namespace Medway.LocalOffer.Platform.Notices;

/// <summary>Drops this host's cached pages that carry the notice's tag, after every other handler has forgotten what was before.</summary>
internal sealed class OutputCacheEviction(CachedPages pages) : INoticeHandler
{
    public string TagPrefix => "";

    public Task OnNoticeAsync(string tag, CancellationToken cancellationToken) => pages.DropAsync(tag, cancellationToken);

    public Task OnMissedAsync(CancellationToken cancellationToken) => OnNoticeAsync(Notices.Everything, cancellationToken);
}
