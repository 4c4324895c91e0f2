using System.Globalization;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Planning;

namespace Medway.LocalOffer.Register.Features.Staff.PublishNumbers;

/// <summary>Counts the register for this quarter, so that somebody can look at the numbers before everybody does. Doing it again counts again. Answers with the moment that <see cref="PublishRelease"/> asks for.</summary>
internal sealed record PrepareRelease : ICommand<DateTimeOffset>
{
    public Permission Permission => RegisterPermissions.Publish;
}

internal sealed class PrepareReleaseHandler(RegisterDbContext context, Releases releases, AuditTrail audit) : IRequestHandler<PrepareRelease, Outcome<DateTimeOffset>>
{
    public async Task<Outcome<DateTimeOffset>> Handle(PrepareRelease request, CancellationToken cancellationToken)
    {
        await releases.LockAsync(cancellationToken);
        if (await releases.OfAsync(releases.Current, cancellationToken) is { PublishedAt: not null })
        {
            return Outcome.Conflict("The numbers of this quarter are published already. There is one release a quarter, and it stays as it is");
        }

        var kept = await releases.PrepareAsync(cancellationToken);
        audit.Record(
            context, RegisterAudit.ReleasePrepared, KeptRelease.Subject, kept.Id,
            changes: [new AuditChange("quarter", null, releases.Current.Key), new AuditChange("shown", null, ReleaseText.Read(kept.Content).ShareShown.ToString("P0", CultureInfo.InvariantCulture))]);
        await context.SaveChangesAsync(cancellationToken);
        return kept.PreparedAt;
    }
}
