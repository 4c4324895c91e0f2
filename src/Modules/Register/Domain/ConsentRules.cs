namespace Medway.LocalOffer.Register.Domain;

/// <summary>All that was said about one use, in short. The database keeps it with each thing that is said.</summary>
/// <param name="Own">The newest of the young person or their deputy; null when they have said nothing.</param>
/// <param name="ParentsYes">How many parents said yes last.</param>
/// <param name="ParentsNo">How many parents said no last, or withdrew.</param>
internal readonly record struct ConsentPosition(ConsentDecision? Own, int ParentsYes, int ParentsNo)
{
    /// <summary>From the whole history; what the database keeps must be the same.</summary>
    public static ConsentPosition Of(IEnumerable<Said> history)
    {
        // In the order of the database: later wins, and what comes later in the list wins at the same moment.
        var said = history.OrderBy(one => one.At).ToList();
        var parents = said.Where(one => one.Capacity == GiverCapacity.Parent).GroupBy(one => one.GiverId).Select(theirs => theirs.Last()).ToList();
        var yes = parents.Count(one => one.Decision == ConsentDecision.Yes);
        return new(said.LastOrDefault(one => one.Capacity != GiverCapacity.Parent)?.Decision, yes, parents.Count - yes);
    }
}

/// <summary>
/// What may be done today (send-law §4.5 and §4.3). Under 16 everybody who has said something must have said yes. From 16 on the young person's own
/// word, or their deputy's, decides and nobody else's: a parent's yes lapses on the sixteenth birthday.
/// </summary>
internal static class ConsentRules
{
    /// <param name="bornOn">Null when nobody knows it: then nothing may be done, because nobody knows who decides.</param>
    public static ConsentAnswer Decide(ConsentPosition position, DateOnly? bornOn, DateOnly today)
    {
        var (own, yes, no) = position;
        if (own is null && yes + no == 0)
        {
            return ConsentAnswer.NotAsked;
        }

        if (bornOn is not { } born)
        {
            return ConsentAnswer.Held;
        }

        if (today >= RegisterAges.Sixteenth(born))
        {
            return own is { } theirs ? Plain(theirs) : yes > 0 ? ConsentAnswer.Lapsed : ConsentAnswer.No;
        }

        var (allYes, allNo) = (yes + (own == ConsentDecision.Yes ? 1 : 0), no + (own is null or ConsentDecision.Yes ? 0 : 1));
        return Plain(allYes, allNo);
    }

    /// <summary>Whether a yes of theirs would count: from the sixteenth birthday on a parent's does not.</summary>
    public static bool MaySayYes(GiverCapacity capacity, DateOnly? bornOn, DateOnly today) =>
        capacity != GiverCapacity.Parent || bornOn is not { } born || today < RegisterAges.Sixteenth(born);

    private static ConsentAnswer Plain(ConsentDecision decision) => decision == ConsentDecision.Yes ? ConsentAnswer.Yes : ConsentAnswer.No;

    private static ConsentAnswer Plain(int yes, int no) => (yes, no) switch
    {
        ( > 0, 0) => ConsentAnswer.Yes,
        (0, _) => ConsentAnswer.No,
        _ => ConsentAnswer.Held,
    };
}
