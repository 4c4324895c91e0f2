namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>One thing that happened, and since when we have known it. What was recorded wrongly stays, with the moment at which it was taken back.</summary>
/// <param name="Id">Of the evidence: the event as it is stored.</param>
/// <param name="On">Date in London. Of something that was served: the day of service.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="WithdrawnAt">When it turned out not to be so, as when a letter came back; null while it stands.</param>
/// <param name="Adviser">Whose advice; null for everything else.</param>
/// <param name="Exception">For <see cref="EventKind.ExceptionClaimed"/> only.</param>
internal sealed record Happening(
    Guid Id, EventKind Kind, DateOnly On, DateTimeOffset RecordedAt, DateTimeOffset? WithdrawnAt = null, Adviser? Adviser = null, ClaimedException? Exception = null);

/// <summary>Everything recorded about one child's plan.</summary>
/// <param name="BornOn">Null when nobody knows it.</param>
/// <param name="PinnedOn">Rules stand as they were in force on this day, whatever is enacted later; null takes the day of each event.</param>
internal sealed record History(DateOnly? BornOn, DateOnly? PinnedOn, IReadOnlyList<Happening> All)
{
    /// <summary>What was believed at this moment, in the order in which it happened.</summary>
    public IReadOnlyList<Happening> AsBelievedAt(DateTimeOffset moment) =>
    [
        .. All.Where(happening => happening.RecordedAt <= moment && !(happening.WithdrawnAt <= moment))
            .OrderBy(happening => happening.On).ThenBy(happening => happening.RecordedAt).ThenBy(happening => happening.Kind),
    ];
}
