using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <summary>Cards under one heading.</summary>
/// <param name="After">Number of the card before the first.</param>
/// <param name="Near">Where the miles are counted from.</param>
internal sealed record CardList(IReadOnlyList<FoundService> Cards, int After = 0, string? Near = null)
{
    /// <summary>Set where the cards are a saved list: each can then be taken off.</summary>
    public SlugList? Saved { get; init; }

    /// <summary>What a card of ours says it is.</summary>
    public static string KindOf(FoundService card) => card.Source switch
    {
        "guide" => "Guide",
        "news" => "News",
        "event" => "Event",
        "question" => "Question and answer",
        _ => "Page",
    };
}
