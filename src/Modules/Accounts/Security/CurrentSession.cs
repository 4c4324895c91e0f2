using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>What the database says about the session of this request. Scoped; null values until the sign-in scheme has looked.</summary>
internal sealed class CurrentSession
{
    public SignedIn? Value { get; set; }
}

/// <param name="Id">Digest of the session's key.</param>
/// <param name="Factors">How many this sign-in showed.</param>
/// <param name="HasSecondFactor">An authenticator app or a passkey is set up.</param>
internal sealed record SignedIn(
    byte[] Id, Guid AccountId, AccountKind Kind, string DisplayName, int Factors, bool HasSecondFactor, IReadOnlyList<Grant> Grants)
{
    /// <summary>Whoever has a second factor shows it, and whoever can see people must have one.</summary>
    public bool NeedsSecondFactor => Factors < 2 && (HasSecondFactor || Grants.Any(grant => Roles.SeePeople.Contains(grant.Role)));

    public ActorKind ActorKind => Kind == AccountKind.Provider ? ActorKind.Provider : ActorKind.Staff;
}
