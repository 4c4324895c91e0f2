using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Notices;

/// <summary>Drops this host's cached pages that carry the notice's tag. A host without an output cache has nothing to drop.</summary>
internal sealed class OutputCacheEviction(IServiceProvider services) : INoticeHandler
{
    public string TagPrefix => "";

    public async Task OnNoticeAsync(string tag, CancellationToken cancellationToken)
    {
        if (services.GetService<IOutputCacheStore>() is { } store)
        {
            await store.EvictByTagAsync(tag, cancellationToken);
        }
    }

    public Task OnMissedAsync(CancellationToken cancellationToken) => OnNoticeAsync(Notices.Everything, cancellationToken);
}
