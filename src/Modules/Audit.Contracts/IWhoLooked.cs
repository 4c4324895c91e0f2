using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Audit.Contracts;

/// <summary>One time that somebody saw, or changed, something of a person's.</summary>
/// <param name="At">UTC.</param>
/// <param name="Actor">Which kind of actor; a family reads a role, never a name.</param>
/// <param name="Role">The roles held at that moment; null for a job or the person.</param>
/// <param name="What">The event's description, in one plain sentence.</param>
/// <param name="Purpose">Why, when the event says so.</param>
public sealed record Look(DateTimeOffset At, ActorKind Actor, string? Role, string What, string? Purpose);

/// <summary>Answers a family's question: who looked at our record? (back-office §4.1 S5)</summary>
public interface IWhoLooked
{
    /// <param name="personIds">Whose record: one person's, under each id that they have or had.</param>
    /// <param name="most">At most so many, the newest first.</param>
    Task<IReadOnlyList<Look>> AtAsync(IReadOnlyCollection<Guid> personIds, int most, CancellationToken cancellationToken);
}
