namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>One event, as far as counting needs it.</summary>
/// <param name="LimitCode">Of an exception: the limit that it is for.</param>
internal sealed record Fact(EventKind Kind, DateOnly On, Adviser? Adviser = null, string? LimitCode = null);

/// <summary>One record, as far as counting needs it: nothing in it says whose it is.</summary>
/// <param name="Facts">What is believed to have happened, in order.</param>
internal sealed record RecordFacts(DateOnly ReceivedOn, bool IsOver, IReadOnlyList<Fact> Facts)
{
    public DateOnly? First(params IReadOnlyList<EventKind> kinds) => Facts.FirstOrDefault(fact => kinds.Contains(fact.Kind))?.On;

    public bool Has(EventKind kind) => Facts.Any(fact => fact.Kind == kind);

    /// <summary>A plan came with the child from another council: nobody has asked for one here, and the limits of a request do not count.</summary>
    public bool IsMovedIn => Has(EventKind.PlanTransferredIn);

    /// <summary>Withdrawn, or with another council: it is not counted as a limit that was missed after that day.</summary>
    public DateOnly? LeftOn => Facts.FirstOrDefault(fact => Stages.Leaves(fact.Kind))?.On;

    /// <summary>Whether an exception to the 20 weeks was recorded (SEN2 item 3.7).</summary>
    public bool HasException => Facts.Any(fact => fact is { Kind: EventKind.ExceptionClaimed, LimitCode: "T09" });
}

/// <summary>Some of all.</summary>
internal readonly record struct Share(int Part, int Whole)
{
    /// <returns>Null when there is nothing to have a part of.</returns>
    public decimal? Percent => Whole == 0 ? null : Math.Round(100m * Part / Whole, 1, MidpointRounding.AwayFromZero);
}
