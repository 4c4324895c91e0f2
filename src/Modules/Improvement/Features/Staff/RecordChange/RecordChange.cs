using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.RecordChange;

/// <summary>Writes down what changed because a group was asked.</summary>
internal sealed record RecordChange(Guid Id, string Words) : ICommand<Guid>
{
    public Permission Permission => VoicePermissions.Keep;
}

internal sealed class RecordChangeValidator : AbstractValidator<RecordChange>
{
    public RecordChangeValidator() => RuleFor(change => change.Words).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write what changed because of what they said")
        .MaximumLength(Engagement.MaximumWords).WithMessage($"Write {Engagement.MaximumWords} characters or fewer");
}

internal sealed class RecordChangeHandler(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordChange, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RecordChange request, CancellationToken cancellationToken)
    {
        if (!await context.Engagements.AnyAsync(one => one.Id == request.Id, cancellationToken))
        {
            return Outcome.NotFound;
        }

        var now = clock.GetUtcNow();
        var change = new EngagementChange { Id = Guid.CreateVersion7(now), EngagementId = request.Id, Words = request.Words.Trim(), At = now, By = actor.Id };
        context.EngagementChanges.Add(change);
        audit.Record(context, VoicesAudit.ChangeRecorded, Engagement.Subject, request.Id);
        await context.SaveChangesAsync(cancellationToken);
        return change.Id;
    }
}
