namespace Medway.LocalOffer.Listings.Domain;

/// <summary>What somebody told us.</summary>
internal sealed record AccessSaid(AccessFactKey Key, AccessAnswer Answer, bool IsChecked);

/// <param name="Note">How far it can be trusted; null when somebody has confirmed it.</param>
internal sealed record AccessLine(AccessAnswer Answer, string Words, string? Note);

/// <summary>Lines about one side of getting in and being there: what is known first.</summary>
internal sealed record AccessGroup(string Heading, IReadOnlyList<AccessLine> Lines);

internal static class AccessWords
{
    private const string Around = "Getting in and around";
    private const string AtEase = "Being there";

    private static readonly IReadOnlyList<(string Heading, AccessFactKey Key, string Words)> All =
    [
        (Around, AccessFactKey.StepFree, "Step-free way in"),
        (Around, AccessFactKey.Parking, "Parking"),
        (Around, AccessFactKey.AccessibleToilet, "Accessible toilet"),
        (Around, AccessFactKey.ChangingPlaces, "Changing Places toilet, with a hoist and a bench"),
        (AtEase, AccessFactKey.QuietSpace, "A quiet place to go if it is too much"),
        (AtEase, AccessFactKey.HearingLoop, "Hearing loop"),
        (AtEase, AccessFactKey.Bsl, "British Sign Language (BSL)"),
    ];

    public static string Of(AccessFactKey key) => All.Single(fact => fact.Key == key).Words;

    /// <summary>Every fact has a line: one that nobody has told us says so.</summary>
    /// <param name="facts">Of the service and its places; for one key the first counts, so the service's own go first.</param>
    /// <param name="hasDoor">False for a helpline or a website: whether the way in has steps is then no question.</param>
    public static IReadOnlyList<AccessGroup> Groups(IReadOnlyList<AccessSaid> facts, bool hasDoor) =>
    [
        .. All.Where(fact => hasDoor || fact.Key == AccessFactKey.Bsl || facts.Any(said => said.Key == fact.Key))
            .GroupBy(fact => fact.Heading)
            .Select(group => new AccessGroup(
                group.Key,
                [.. group.Select(fact => Line(fact.Key, fact.Words, facts)).OrderBy(line => line.Answer == AccessAnswer.NotKnown)])),
    ];

    private static AccessLine Line(AccessFactKey key, string words, IReadOnlyList<AccessSaid> facts)
    {
        foreach (var said in facts)
        {
            if (said.Key == key && said.Answer != AccessAnswer.NotKnown)
            {
                return new AccessLine(said.Answer, words, said.IsChecked ? null : "We think so. Not confirmed");
            }
        }

        return new AccessLine(AccessAnswer.NotKnown, words, null);
    }
}
