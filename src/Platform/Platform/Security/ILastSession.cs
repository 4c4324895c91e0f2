using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Platform.Security;

/// <summary>
/// Says whose session a browser had before it ended, so that a form that came too late is kept for that account and nobody else. It lets
/// nobody in. Registered as scoped, one for each sign-in; each answers only for its own addresses.
/// </summary>
public interface ILastSession
{
    /// <returns>What <see cref="Actor.Id"/> was; null when the browser brings nothing that says so, or nothing of it may be kept.</returns>
    Task<string?> ActorIdAsync(HttpContext context, CancellationToken cancellationToken);
}
