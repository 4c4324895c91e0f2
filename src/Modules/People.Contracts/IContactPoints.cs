namespace Medway.LocalOffer.People.Contracts;

public enum ContactPointKind
{
    Email,
    Phone,
}

/// <param name="Id">Of the contact point.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Masked">Enough for its owner to know it again, for example <c>s•••@example.org</c>.</param>
/// <param name="ChangedAt">When it was added or last changed; documents wait 24 hours after that.</param>
public sealed record ContactPoint(Guid Id, Guid PersonId, ContactPointKind Kind, string Masked, DateTimeOffset ChangedAt);

/// <summary>Verified and safe ways to reach a person. Other modules keep ids only, never an address.</summary>
public interface IContactPoints
{
    /// <returns>Those that are verified, safe and unrestricted now; empty for an unknown person.</returns>
    Task<IReadOnlyList<ContactPoint>> OfPersonAsync(Guid personId, CancellationToken cancellationToken);
}
