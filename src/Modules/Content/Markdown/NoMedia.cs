namespace Medway.LocalOffer.Content.Markdown;

/// <summary>Stands where no pictures are kept.</summary>
internal sealed class NoMedia : IMediaFacts
{
    public Task<IReadOnlyDictionary<string, MediaFact>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, MediaFact>>(new Dictionary<string, MediaFact>());
}
