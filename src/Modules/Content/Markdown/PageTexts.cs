namespace Medway.LocalOffer.Content.Markdown;

/// <summary>Pictures and files, by the keys that a text names.</summary>
internal interface IMediaFacts
{
    /// <returns>Those that exist.</returns>
    Task<IReadOnlyDictionary<string, MediaFact>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}

/// <summary>Reads texts against the glossary, the pictures and the drawings of this site.</summary>
internal sealed class PageTexts(IGlossary glossary, IMediaFacts media, Drawings drawings)
{
    public async Task<PageText> ReadAsync(string markdown, TextKind kind, CancellationToken cancellationToken, string language = TextSurroundings.English)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var around = TextSurroundings.None with { Drawings = drawings.Names, Language = language };
        if (MediaKeys.In(markdown) is { Count: > 0 } keys)
        {
            around = around with { Media = await media.FindAsync(keys, cancellationToken) };
        }

        return PageText.Read(markdown, kind, around with { Glossary = await glossary.TermsAsync(cancellationToken) });
    }
}
