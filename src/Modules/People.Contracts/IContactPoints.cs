namespace Medway.LocalOffer.People.Contracts;

public enum ContactPointKind
{
    Email,
    Phone,

    /// <summary>A postal address. Letters and visits only; nobody signs in with one.</summary>
    Address,
}

/// <param name="Id">Of the contact point.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Masked">Enough for its owner to know it again, for example <c>s•••@example.org</c>. Of a hidden one no sign: <c>•••@•••</c>.</param>
/// <param name="ChangedAt">When it was added or last changed; documents wait 24 hours after that.</param>
public sealed record ContactPoint(Guid Id, Guid PersonId, ContactPointKind Kind, string Masked, DateTimeOffset ChangedAt);

/// <summary>Verified and safe ways to reach a person. Other modules keep ids only, never an address.</summary>
public interface IContactPoints
{
    /// <returns>E-mail addresses and phones that are verified, safe and unrestricted now; empty for an unknown person.</returns>
    Task<IReadOnlyList<ContactPoint>> OfPersonAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Finds a verified, safe and unrestricted contact point by what somebody typed, however they write it.</summary>
    /// <returns>Null when we do not know it, and when it is several people's: then nobody can tell who is typing.</returns>
    Task<ContactPoint?> FindVerifiedAsync(ContactPointKind kind, string typed, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps what somebody typed as a way to reach a person whom nobody has checked yet. A message can be sent to it; it belongs to nobody
    /// and finds nobody until <see cref="AcceptAsync"/>.
    /// </summary>
    /// <returns>Its id; the same one when the same is typed again. Says nothing about whether we know it.</returns>
    Task<Guid> ProposeAsync(ContactPointKind kind, string typed, CancellationToken cancellationToken);

    /// <returns>A proposed or verified contact point as its owner would know it again; null when it is neither.</returns>
    Task<string?> MaskedAsync(Guid contactPointId, CancellationToken cancellationToken);

    /// <summary>For the officer who answers a form: what somebody typed on it, so that they can be called or written to. Whoever shows it writes down whom it showed.</summary>
    /// <returns>Null when it is not a proposed one any more: then it stands on its owner's record, and who may see it is decided there.</returns>
    Task<string?> TypedAsync(Guid contactPointId, CancellationToken cancellationToken);

    /// <returns>What they are, whatever their state, by contact point; unknown ones are left out.</returns>
    Task<IReadOnlyDictionary<Guid, ContactPointKind>> KindsAsync(IReadOnlyCollection<Guid> contactPointIds, CancellationToken cancellationToken);

    /// <returns>Whose they are, by contact point; those that are nobody's yet, and unknown ones, are left out.</returns>
    Task<IReadOnlyDictionary<Guid, Guid>> OwnersAsync(IReadOnlyCollection<Guid> contactPointIds, CancellationToken cancellationToken);

    /// <summary>Forgets what somebody typed on a form whose data is erased. One that has an owner stays: it is the owner's.</summary>
    Task ForgetProposedAsync(Guid contactPointId, CancellationToken cancellationToken);

    /// <summary>An officer has checked whose a proposed contact point is: it is verified, and changed, from now on.</summary>
    /// <returns>False when it is not a proposed one any more.</returns>
    Task<bool> AcceptAsync(Guid contactPointId, Guid personId, CancellationToken cancellationToken);
}
