namespace Medway.LocalOffer.People.Contracts;

/// <summary>Whether somebody asked to be forgotten. Nothing is kept of them but a keyed fingerprint, so only whoever names them exactly can ask.</summary>
public interface IErased
{
    /// <summary>Before an old list brings somebody in: who was erased must not come back with it. A family may still join anew by themselves.</summary>
    Task<bool> WasErasedAsync(string given, string family, DateOnly bornOn, CancellationToken cancellationToken);
}
