using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Retaining;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.RetainEntries;

/// <summary>The dry run: which entries have been kept for long enough, by why, and who has asked that they go. References and counts, nobody's name.</summary>
internal sealed record SeeRetention : IQuery<RetentionView>
{
    public const int ShownRuns = 20;

    public Permission Permission => RegisterPermissions.Retain;
}

/// <param name="Open">What waits for a second person; null when nothing does.</param>
/// <param name="StillDue">Of what waits, how many are due today.</param>
internal sealed record RetentionView(IReadOnlyList<DueLine> Due, RetentionRun? Open, int StillDue, bool IsOwn, IReadOnlyList<RetentionRun> Runs);

internal sealed record DueLine(EntryState State, int Count, IReadOnlyList<string> References);

internal sealed class SeeRetentionHandler(RegisterDbContext context, Retention retention, Actor actor) : IRequestHandler<SeeRetention, Outcome<RetentionView>>
{
    public async Task<Outcome<RetentionView>> Handle(SeeRetention request, CancellationToken cancellationToken)
    {
        var due = await retention.DueAsync(cancellationToken);
        var runs = await context.RetentionRuns.AsNoTracking().OrderByDescending(run => run.AskedAt).Take(SeeRetention.ShownRuns).ToListAsync(cancellationToken);
        var open = runs.Find(run => run.State == RetentionState.Asked);
        return new RetentionView(
            [.. due.GroupBy(entry => entry.State).OrderBy(same => same.Key).Select(same => new DueLine(same.Key, same.Count(), [.. same.Select(entry => entry.Reference)]))],
            open, open is null ? 0 : due.Count(entry => open.EntryIds.Contains(entry.Id)), open?.AskedBy is { } by && by == actor.Id, [.. runs.Where(run => run.State != RetentionState.Asked)]);
    }
}
