using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Notices;

/// <summary>Tells every host that something changed (PostgreSQL NOTIFY). Cached pages with that tag are dropped there.</summary>
public static class Notices
{
    /// <summary>Give every cached page this tag too: it is dropped when a host may have missed a notice.</summary>
    public const string Everything = "everything";

    /// <summary>PostgreSQL's channel that all notices use.</summary>
    internal const string Channel = "local_offer";

    /// <summary>
    /// Sends the notice on the context's connection: delivered when its transaction commits (a command's, when there is one), never before.
    /// Outside a transaction call it after the save, because then it is delivered at once.
    /// </summary>
    /// <param name="context">Any context; every login may send.</param>
    /// <param name="tag">At most 200 characters; never personal data.</param>
    public static Task NotifyAsync(DbContext context, string tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tag.Length, 200, nameof(tag));
        return context.Database.ExecuteSqlAsync($"select pg_notify({Channel}, {tag})", cancellationToken);
    }
}
