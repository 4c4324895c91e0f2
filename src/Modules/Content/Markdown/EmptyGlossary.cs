namespace Medway.LocalOffer.Content.Markdown;

/// <summary>Stands where no glossary is kept.</summary>
internal sealed class EmptyGlossary : IGlossary
{
    public ValueTask<IReadOnlyList<GlossaryTerm>> TermsAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<GlossaryTerm>>([]);
}
