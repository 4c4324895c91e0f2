namespace Medway.LocalOffer.Listings.Domain;

/// <summary>How to start, in whole sentences for a service's own page; the card has a short line.</summary>
internal static class StartWords
{
    public static string? Of(JoinRoute route) => route switch
    {
        JoinRoute.TurnUp => "Just turn up. You do not need to book.",
        JoinRoute.Book => "Book first. You can do that yourself.",
        JoinRoute.Self => "You can ask for this yourself. You do not need anyone to ask for you.",
        JoinRoute.Professional => "Ask your GP (family doctor), school or social worker to refer you. That means they ask for you.",
        JoinRoute.Assessment => "Someone looks at your needs first. This is called an assessment. Ask them how to get one.",
        _ => null,
    };
}
