namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>What became of something that the catalogue says a person is told by a day.</summary>
internal enum PromiseState
{
    OnTime,
    Late,

    /// <summary>Its day has passed, and nobody has been told.</summary>
    Missed,

    /// <summary>An officer wrote down why there was no need. It still counts as due.</summary>
    Excused,
}

/// <param name="Code">Of the catalogue.</param>
internal sealed record Promise(string Code, DateOnly DueOn, PromiseState State);

/// <summary>How often people were told what they should be told, in time (back-office Appendix D, "touchpoint reliability").</summary>
internal static class Promises
{
    private static readonly (string Begins, string Name)[] Parts =
    [
        ("NA-", "Request, assessment and plan"), ("DL-", "When we are late"), ("CW-", "A new officer"), ("IN-", "Questions"), ("AR-", "Yearly reviews"),
        ("PT-", "Move to another school"), ("YP-", "Choices pass to the young person"), ("ST-", "A plan that ends"), ("C-", "Everything else"),
    ];

    /// <param name="madeOn">Null while nobody has been told.</param>
    /// <param name="isOff">It is not needed any more.</param>
    /// <param name="hasReason">An officer said why.</param>
    /// <returns>Null when it is not due yet, or fell away by itself: then nothing was promised.</returns>
    public static PromiseState? StateOf(DateOnly dueOn, DateOnly? madeOn, bool isOff, bool hasReason, DateOnly today) => (madeOn, isOff) switch
    {
        ({ } made, false) => made <= dueOn ? PromiseState.OnTime : PromiseState.Late,
        (_, true) => hasReason ? PromiseState.Excused : null,
        _ => dueOn < today ? PromiseState.Missed : null,
    };

    public static Share OnTime(IEnumerable<Promise> promises, DateOnly from, DateOnly until)
    {
        var due = Due(promises, from, until).ToList();
        return new(due.Count(promise => promise.State == PromiseState.OnTime), due.Count);
    }

    public static IReadOnlyList<Band> ByState(IEnumerable<Promise> promises, DateOnly from, DateOnly until)
    {
        var due = Due(promises, from, until).CountBy(promise => promise.State).ToDictionary(pair => pair.Key, pair => pair.Value);
        return
        [
            new("Told in time", due.GetValueOrDefault(PromiseState.OnTime)), new("Told late", due.GetValueOrDefault(PromiseState.Late)),
            new("Not told, and the day has passed", due.GetValueOrDefault(PromiseState.Missed)), new("Not needed, with a reason", due.GetValueOrDefault(PromiseState.Excused)),
        ];
    }

    /// <summary>By the part of the catalogue; parts of which nothing was due too.</summary>
    public static IReadOnlyList<(string Name, Share OnTime)> ByPart(IEnumerable<Promise> promises, DateOnly from, DateOnly until)
    {
        var due = Due(promises, from, until).ToLookup(promise => Array.FindIndex(Parts, part => promise.Code.StartsWith(part.Begins, StringComparison.Ordinal)));
        return [.. Parts.Index().Select(part => (part.Item.Name, new Share(due[part.Index].Count(promise => promise.State == PromiseState.OnTime), due[part.Index].Count())))];
    }

    private static IEnumerable<Promise> Due(IEnumerable<Promise> promises, DateOnly from, DateOnly until) => promises.Where(promise => promise.DueOn >= from && promise.DueOn <= until);
}
