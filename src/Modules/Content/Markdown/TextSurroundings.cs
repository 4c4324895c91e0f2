namespace Medway.LocalOffer.Content.Markdown;

internal enum TextKind
{
    /// <summary>All words, in English or another language.</summary>
    Full,

    /// <summary>One idea a sentence, a picture with each idea.</summary>
    EasyRead,
}

/// <param name="Term">As it stands in a text. A term in capitals is only found in capitals.</param>
/// <param name="Also">Other ways in which people write it.</param>
internal sealed record GlossaryTerm(string Term, string Meaning, params IReadOnlyList<string> Also);

/// <summary>Where the words that need explaining come from.</summary>
internal interface IGlossary
{
    ValueTask<IReadOnlyList<GlossaryTerm>> TermsAsync(CancellationToken cancellationToken);
}

/// <summary>A picture or file that a text may name.</summary>
/// <param name="Key">What stands after <c>media:</c>.</param>
/// <param name="Address">Where it is served.</param>
/// <param name="Alt">Words for people who cannot see it; null when it is decorative, or no picture.</param>
/// <param name="Words">Kind and size, for example "PDF, 120 KB".</param>
internal sealed record MediaFact(string Key, string Address, bool IsPicture, string? Alt, string Words, int Width = 0, int Height = 0, string? Sources = null);

/// <summary>What a text is read against.</summary>
internal sealed record TextSurroundings(
    IReadOnlyList<GlossaryTerm> Glossary,
    IReadOnlyDictionary<string, MediaFact> Media,
    IReadOnlySet<string> Drawings,
    string Language = TextSurroundings.English)
{
    public const string English = "en-GB";

    public static TextSurroundings None { get; } = new([], new Dictionary<string, MediaFact>(), new HashSet<string>());

    public bool IsEnglish => Language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}
