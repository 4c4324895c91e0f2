using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.ListJobs;

/// <summary>Jobs that wait, run or failed; what is done is of no more interest.</summary>
internal sealed record ListJobs(ListQuery Query) : IQuery<Listed<JobRow>>
{
    public Permission Permission => SitePermissions.RunJobs;
}

/// <param name="Repeats">It waits again by itself after each run.</param>
/// <param name="LastError">Of the last run, when that failed.</param>
internal sealed record JobRow(Guid Id, string Kind, bool Repeats, JobState State, DateTimeOffset DueAt, int Attempts, string? LastError)
{
    public bool MayRunNow => State != JobState.Running;
}

internal sealed class ListJobsHandler(PlatformDbContext context) : IRequestHandler<ListJobs, Outcome<Listed<JobRow>>>
{
    public async Task<Outcome<Listed<JobRow>>> Handle(ListJobs request, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var jobs = context.Jobs.AsNoTracking().Where(job => job.State != JobState.Done);
        if (query["state"] is { } state)
        {
            var wanted = Enum.Parse<JobState>(state, ignoreCase: true);
            jobs = jobs.Where(job => job.State == wanted);
        }

        var sorted = query.Sort switch
        {
            "kind" => jobs.OrderBy(job => job.Kind),
            "-kind" => jobs.OrderByDescending(job => job.Kind),
            "-due" => jobs.OrderByDescending(job => job.DueAt),
            "attempts" => jobs.OrderBy(job => job.Attempts),
            "-attempts" => jobs.OrderByDescending(job => job.Attempts),
            _ => jobs.OrderBy(job => job.DueAt),
        };
        return await sorted.ThenBy(job => job.Id)
            .Select(job => new JobRow(job.Id, job.Kind, job.Key == "recurring", job.State, job.DueAt, job.Attempts, job.LastError))
            .ToPageAsync(query, cancellationToken);
    }
}
