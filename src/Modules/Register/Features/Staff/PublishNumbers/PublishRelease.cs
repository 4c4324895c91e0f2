using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Register.Planning;

namespace Medway.LocalOffer.Register.Features.Staff.PublishNumbers;

/// <summary>Everybody can read the numbers that were prepared, from now on and for good.</summary>
/// <param name="PreparedAt">Of the numbers that were looked at: nobody publishes others by mistake.</param>
internal sealed record PublishRelease(DateTimeOffset PreparedAt) : ICommand<Quarter>
{
    public Permission Permission => RegisterPermissions.Publish;
}

internal sealed class PublishReleaseHandler(RegisterDbContext context, Releases releases, AuditTrail audit) : IRequestHandler<PublishRelease, Outcome<Quarter>>
{
    public async Task<Outcome<Quarter>> Handle(PublishRelease request, CancellationToken cancellationToken)
    {
        await releases.LockAsync(cancellationToken);
        var quarter = releases.Current;
        if (await releases.OfAsync(quarter, cancellationToken) is not { } kept)
        {
            return Outcome.Conflict("The numbers of this quarter have not been counted yet. Count them first");
        }

        if (kept.PublishedAt is not null)
        {
            return Outcome.Conflict("The numbers of this quarter are published already. There is one release a quarter, and it stays as it is");
        }

        if (Stamp(kept.PreparedAt) != Stamp(request.PreparedAt))
        {
            return Outcome.Conflict("Somebody has counted again since you looked. Look at the new numbers first");
        }

        await releases.PublishAsync(kept, cancellationToken);
        audit.Record(context, RegisterAudit.ReleasePublished, KeptRelease.Subject, kept.Id, changes: [new AuditChange("quarter", null, quarter.Key)]);
        await context.SaveChangesAsync(cancellationToken);
        return quarter;
    }

    /// <summary>The database keeps less of a second than a clock gives.</summary>
    private static long Stamp(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
