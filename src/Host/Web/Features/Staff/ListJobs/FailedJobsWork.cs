using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.ListJobs;

/// <summary>One row while any job has failed as often as it may: only a person can open it again.</summary>
internal sealed class FailedJobsWork(PlatformDbContext context, TimeProvider clock) : IWorkItems
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        var failed = actor.May(SitePermissions.RunJobs) ? await context.Jobs.CountAsync(job => job.State == JobState.Failed, cancellationToken) : 0;
        return failed == 0
            ? []
            :
            [
                new WorkItem(
                    "Did not work",
                    failed == 1 ? "1 job failed" : $"{failed} jobs failed",
                    "Tried as often as it may be. It stays so until somebody looks.",
                    clock.Today(),
                    "/staff/jobs?state=failed",
                    "See what failed",
                    "i-warn"),
            ];
    }
}
