using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Web.Features.Staff.ListJobs;

/// <summary>Gives every reminder that was given up its tries again.</summary>
internal sealed record TryRemindersAgain : ICommand<int>
{
    public Permission Permission => SitePermissions.RunJobs;
}

internal sealed class TryRemindersAgainHandler(PlatformDbContext context, Occurrences occurrences, AuditTrail audit) : IRequestHandler<TryRemindersAgain, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(TryRemindersAgain request, CancellationToken cancellationToken)
    {
        var count = await occurrences.TryFailedAgainAsync(context, cancellationToken);
        if (count > 0)
        {
            audit.Record(context, SiteAudit.RemindersTriedAgain, "occurrence", null);
            await context.SaveChangesAsync(cancellationToken);
        }

        return count;
    }
}
