using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Retaining;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.RetainEntries;

/// <summary>A second person says yes or no. After a yes everything that is still due goes, all of it or none.</summary>
internal sealed record DecideRetention(bool? Erase) : ICommand<int>
{
    public Permission Permission => RegisterPermissions.Retain;
}

internal sealed class DecideRetentionValidator : AbstractValidator<DecideRetention>
{
    public DecideRetentionValidator() => RuleFor(decide => decide.Erase).NotNull().WithMessage("Choose yes or no").OverridePropertyName("Decision");
}

internal sealed class DecideRetentionHandler(
    RegisterDbContext context, Retention retention, EntryEraser eraser, IUnneeded unneeded, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<DecideRetention, Outcome<int>>
{
    private const string Why = "Kept for as long as the rules say";

    public async Task<Outcome<int>> Handle(DecideRetention request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(AskRetention.Lock, cancellationToken);
        if (await context.RetentionRuns.SingleOrDefaultAsync(one => one.State == RetentionState.Asked, cancellationToken) is not { } run)
        {
            return Outcome.Conflict("Nothing waits for a decision any more");
        }

        if (run.AskedBy is not null && run.AskedBy == actor.Id)
        {
            return Outcome.Invalid("Decision", "You asked for this. Somebody else has to decide");
        }

        (run.State, run.DecidedAt, run.DecidedBy) = (request.Erase == true ? RetentionState.Done : RetentionState.Refused, clock.GetUtcNow(), actor.Id);
        if (request.Erase == true)
        {
            // Somebody may have joined again since it was asked.
            var due = (await retention.DueAsync(cancellationToken)).Where(entry => run.EntryIds.Contains(entry.Id)).ToList();
            foreach (var entry in due)
            {
                await eraser.EraseAsync(entry, Why, cancellationToken);
                run.Erased++;
            }

            // The child first: whoever was something to a child is needed while the child is known.
            foreach (var person in due.Select(entry => entry.ChildId).Concat(due.Select(entry => entry.ApplicantId)).Distinct())
            {
                run.Forgotten += await unneeded.ForgetAsync(person, Why, cancellationToken) ? 1 : 0;
            }
        }

        audit.Record(
            context, request.Erase == true ? RegisterAudit.RetentionDone : RegisterAudit.RetentionRefused, RetentionRun.Subject, run.Id,
            changes: [new AuditChange("entries", null, run.Erased.ToString(CultureInfo.InvariantCulture)), new AuditChange("people", null, run.Forgotten.ToString(CultureInfo.InvariantCulture))]);
        await context.SaveChangesAsync(cancellationToken);
        return run.Erased;
    }
}
