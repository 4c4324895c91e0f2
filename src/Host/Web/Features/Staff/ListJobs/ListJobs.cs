using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.ListJobs;

/// <summary>Jobs that wait, run or failed; what is done is of no more interest.</summary>
internal sealed record ListJobs(ListQuery Query) : IQuery<JobsView>
{
    public Permission Permission => SitePermissions.RunJobs;
}

internal sealed record JobsView(Listed<JobRow> Listed, IReadOnlyList<GivenUpReminders> GivenUp);

/// <param name="LastError">Of one of them.</param>
internal sealed record GivenUpReminders(string Kind, int Count, string? LastError);

/// <param name="Repeats">It waits again by itself after each run.</param>
/// <param name="LastError">Of the last run, when that failed.</param>
internal sealed record JobRow(Guid Id, string Kind, bool Repeats, JobState State, DateTimeOffset DueAt, int Attempts, string? LastError)
{
    public bool MayRunNow => State != JobState.Running;
}

internal sealed class ListJobsHandler(PlatformDbContext context) : IRequestHandler<ListJobs, Outcome<JobsView>>
{
    public async Task<Outcome<JobsView>> Handle(ListJobs request, CancellationToken cancellationToken)
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
        return new JobsView(
            await sorted.ThenBy(job => job.Id)
                .Select(job => new JobRow(job.Id, job.Kind, job.Key == "recurring", job.State, job.DueAt, job.Attempts, job.LastError))
                .ToPageAsync(query, cancellationToken),
            await context.Occurrences.Where(occurrence => occurrence.State == OccurrenceState.Failed)
                .GroupBy(occurrence => occurrence.Kind)
                .OrderBy(kind => kind.Key)
                .Select(kind => new GivenUpReminders(kind.Key, kind.Count(), kind.Max(occurrence => occurrence.LastError)))
                .ToListAsync(cancellationToken));
    }
}
