using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Voices;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.CloseMatter;

/// <summary>Writes down how a matter ended. It is closed once, and stays readable.</summary>
internal sealed record CloseMatter(Guid Id, string Words) : ICommand<Guid>
{
    public Permission Permission => ImprovementPermissions.Close;
}

internal sealed class CloseMatterValidator : AbstractValidator<CloseMatter>
{
    public CloseMatterValidator() => RuleFor(close => close.Words).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write how it ended: what was decided, answered or done")
        .MaximumLength(MatterNote.MaximumWords).WithMessage($"Write {MatterNote.MaximumWords} characters or fewer");
}

internal sealed class CloseMatterHandler(ImprovementDbContext context, YoungVoices voices, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<CloseMatter, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(CloseMatter request, CancellationToken cancellationToken)
    {
        if (await context.Matters.AsNoTracking().SingleOrDefaultAsync(matter => matter.Id == request.Id, cancellationToken) is not { } matter)
        {
            return Outcome.NotFound;
        }

        await context.Database.LockAsync($"improvement.matter {request.Id:n}", cancellationToken);
        if (await context.MatterNotes.AnyAsync(note => note.MatterId == request.Id && note.IsClosing, cancellationToken))
        {
            return Outcome.Invalid("", "Somebody has closed this already. Go back and read how it ended");
        }

        var now = clock.GetUtcNow();
        var end = new MatterNote { Id = Guid.CreateVersion7(now), MatterId = request.Id, Words = request.Words.Trim(), IsClosing = true, At = now, By = actor.Id, ByRole = ActingRole.Of(actor) };
        context.MatterNotes.Add(end);
        audit.Record(context, ImprovementAudit.MatterClosed, Matter.Subject, request.Id);
        if (matter.Kind == MatterKind.Decision)
        {
            await voices.ChallengeDecisionAsync(matter, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        return end.Id;
    }
}
