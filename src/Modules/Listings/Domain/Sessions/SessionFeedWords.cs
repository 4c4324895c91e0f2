namespace Medway.LocalOffer.Listings.Domain.Sessions;

/// <summary>In which part of the school year a session runs, as the feed says it: the standard has words for it only.</summary>
internal static class SessionFeedWords
{
    public const string Term = "In school term only";
    public const string Holidays = "In school holidays only";
    public const string Both = "In school term and holidays";

    public static string? Of(RunsIn runs) => runs switch
    {
        RunsIn.Term => Term,
        RunsIn.Holidays => Holidays,
        RunsIn.Both => Both,
        _ => null,
    };
}
