using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts.Security;

/// <param name="Id">Digest of the session's key.</param>
/// <param name="ContactPointId">Where the codes of this sign-in go.</param>
/// <param name="Factors">How many this sign-in showed.</param>
/// <param name="IsShared">On a device that others use: it ends sooner and leaves nothing behind.</param>
/// <param name="HasApp">An authenticator app is set up.</param>
/// <param name="DocumentsFrom">Documents stay shut until then.</param>
internal sealed record FamilySession(
    byte[] Id, Guid AccessId, Guid PersonId, string Role, Guid ContactPointId, int Factors, bool IsShared, bool HasApp, DateTimeOffset? DocumentsFrom)
{
    /// <summary>A family's role reaches the person's own record and nothing else.</summary>
    public Grant Grant => new(Role, Scope.Of(ScopeKind.Person, PersonId));
}

/// <summary>The session of this request; null until the sign-in scheme has looked, and for whoever is not signed in. Scoped.</summary>
internal sealed class CurrentFamily
{
    public FamilySession? Value { get; set; }
}
