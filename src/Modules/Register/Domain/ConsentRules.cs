namespace Medway.LocalOffer.Register.Domain;

/// <summary>What may be done with one use, and whose yes lets it be done.</summary>
/// <param name="GiverIds">Those whose own yes counts today: what goes to an adult goes to them only. Empty unless the answer is yes.</param>
internal sealed record Decided(ConsentAnswer Answer, IReadOnlyList<Guid> GiverIds)
{
    public static Decided Of(ConsentAnswer answer) => new(answer, []);
}

/// <summary>
/// What may be done today (send-law §4.5 and §4.3). Under 16 everybody who has said something must have said yes. From 16 on the young person's own
/// word, or their deputy's, decides and nobody else's: a parent's yes lapses on the sixteenth birthday. A yes reaches the organisation that was named
/// when it was said and no other; a no counts whoever would get it.
/// </summary>
internal static class ConsentRules
{
    /// <param name="history">All that was said about one use, or the newest of each person: the answer is the same.</param>
    /// <param name="named">The organisation that would get it; null when it has no name, and then nobody's yes reaches it.</param>
    /// <param name="bornOn">Null when nobody knows it: then nothing may be done, because nobody knows who decides.</param>
    public static Decided Decide(IEnumerable<Said> history, string? named, DateOnly? bornOn, DateOnly today)
    {
        // In the order of the database: later wins, and what comes later in the list wins at the same moment.
        List<Said> words = [.. history.OrderBy(one => one.At).GroupBy(one => one.GiverId).Select(theirs => theirs.Last()).OrderBy(one => one.At)];
        if (words.Count == 0)
        {
            return Decided.Of(ConsentAnswer.NotAsked);
        }

        if (bornOn is not { } born)
        {
            return Decided.Of(ConsentAnswer.Held);
        }

        if (today < RegisterAges.Sixteenth(born))
        {
            return Together(words, words, named);
        }

        var own = words.Where(one => one.Capacity != GiverCapacity.Parent).ToList();
        return own.Count > 0 ? Together([own[^1]], own, named) : Decided.Of(words.Exists(one => one.IsYes) ? ConsentAnswer.Lapsed : ConsentAnswer.No);
    }

    /// <summary>What one person said last, whatever others say.</summary>
    public static ConsentAnswer OwnWord(IEnumerable<Said> history, Guid giverId, string? named) =>
        history.Where(one => one.GiverId == giverId).OrderBy(one => one.At).LastOrDefault() switch
        {
            null => ConsentAnswer.NotAsked,
            { IsYes: false } => ConsentAnswer.No,
            var yes => yes.Reaches(named) ? ConsentAnswer.Yes : ConsentAnswer.OtherRecipient,
        };

    /// <summary>Whether their word decides today, a yes as well as an end of the entry: from the sixteenth birthday on a parent's does not.</summary>
    public static bool Decides(GiverCapacity capacity, DateOnly? bornOn, DateOnly today) =>
        capacity != GiverCapacity.Parent || bornOn is not { } born || today < RegisterAges.Sixteenth(born);

    private static Decided Together(List<Said> deciding, List<Said> givers, string? named)
    {
        var hasYes = deciding.Exists(one => one.IsYes);
        if (deciding.Exists(one => !one.IsYes))
        {
            return Decided.Of(hasYes ? ConsentAnswer.Held : ConsentAnswer.No);
        }

        return deciding.Exists(one => one.Reaches(named))
            ? new Decided(ConsentAnswer.Yes, [.. givers.Where(one => one.Reaches(named)).Select(one => one.GiverId)])
            : Decided.Of(ConsentAnswer.OtherRecipient);
    }
}
