using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>A session that has ended still says whose form it was that came too late.</summary>
internal sealed class LastStaffSession(Sessions sessions) : ILastSession
{
    public async Task<string?> ActorIdAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var door = Door.Of(context.Request.Path);
        return context.Request.Path.StartsWithSegments(door.Path, StringComparison.OrdinalIgnoreCase)
            ? (await sessions.LastAccountAsync(context, door.Kind, cancellationToken))?.ToString("D")
            : null;
    }
}
