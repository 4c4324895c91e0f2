using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.ListJobs;

internal sealed record RunJobNow(Guid Id) : ICommand<Done>
{
    public Permission Permission => SitePermissions.RunJobs;
}

internal sealed class RunJobNowHandler(PlatformDbContext context, JobQueue queue, AuditTrail audit) : IRequestHandler<RunJobNow, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RunJobNow request, CancellationToken cancellationToken)
    {
        if (!await context.Jobs.AnyAsync(job => job.Id == request.Id, cancellationToken))
        {
            return Outcome.NotFound;
        }

        if (!await queue.RunNowAsync(context, request.Id, cancellationToken))
        {
            return Outcome.Conflict("That job runs already, or is done.");
        }

        audit.Record(context, SiteAudit.JobStarted, "job", request.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
