using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Platform.Tokens;

/// <summary>A link that acts, as it is stored: never the token itself.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class OneTimeLink
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Digest { get; init; }

    public required string Purpose { get; init; }

    public required Guid SubjectId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required int UsesLeft { get; set; }
}

/// <summary>A link that can still be used.</summary>
/// <param name="Purpose">For example <c>accounts.invitation</c>.</param>
/// <param name="SubjectId">Whom or what it is about.</param>
public sealed record LiveLink(Guid Id, string Purpose, Guid SubjectId, DateTimeOffset ExpiresAt);
