using System.Globalization;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Retaining;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.RetainEntries;

/// <summary>Asks that what has been kept for long enough is erased. Nothing is, before a second person has said yes.</summary>
internal sealed record AskRetention : ICommand<int>
{
    public const string Lock = "register.retention";

    public Permission Permission => RegisterPermissions.Retain;
}

internal sealed class AskRetentionHandler(RegisterDbContext context, Retention retention, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<AskRetention, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(AskRetention request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(AskRetention.Lock, cancellationToken);
        if (await context.RetentionRuns.AnyAsync(run => run.State == RetentionState.Asked, cancellationToken))
        {
            return Outcome.Conflict("Somebody has asked for this already. A second person has to decide");
        }

        var due = await retention.DueAsync(cancellationToken);
        if (due.Count == 0)
        {
            return Outcome.Conflict("Nothing has been kept for too long today");
        }

        var now = clock.GetUtcNow();
        var run = new RetentionRun { Id = Guid.CreateVersion7(now), EntryIds = [.. due.Select(entry => entry.Id)], State = RetentionState.Asked, AskedAt = now, AskedBy = actor.Id };
        context.RetentionRuns.Add(run);
        audit.Record(context, RegisterAudit.RetentionAsked, RetentionRun.Subject, run.Id, changes: [new AuditChange("entries", null, due.Count.ToString(CultureInfo.InvariantCulture))]);
        await context.SaveChangesAsync(cancellationToken);
        return due.Count;
    }
}
