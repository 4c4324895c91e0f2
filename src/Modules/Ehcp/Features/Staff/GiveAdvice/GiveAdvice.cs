using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.GiveAdvice;

/// <summary>An adviser sends what they were asked for. That it is here becomes an event of the record, through the operation that records every event.</summary>
internal sealed record GiveAdvice(Guid EventId, string Advice) : ICommand<Done>
{
    public Permission Permission => EhcpPermissions.GiveAdvice;
}

internal sealed class GiveAdviceValidator : AbstractValidator<GiveAdvice>
{
    public GiveAdviceValidator() => RuleFor(one => one.Advice).NotEmpty().WithMessage("Write your advice")
        .MaximumLength(AdviceAsk.MaximumAdvice).WithMessage($"Write {AdviceAsk.MaximumAdvice} letters or fewer");
}

internal sealed class GiveAdviceHandler(EhcpDbContext context, IMediator mediator, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<GiveAdvice, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(GiveAdvice request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync($"ehcp.advice {request.EventId}", cancellationToken);
        var ask = await context.AdviceAsks.SingleOrDefaultAsync(ask => ask.EventId == request.EventId && ask.AccountId == actor.AccountId, cancellationToken);
        var asked = await context.Events.AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.EventId && one.WithdrawnAt == null, cancellationToken);
        if (ask is null || asked is null)
        {
            return Outcome.NotFound;
        }

        if (ask.SentAt is { } sent)
        {
            return Outcome.Invalid(nameof(request.Advice), $"Your advice is here since {sent.Moment()}. Call the officer if something in it is wrong");
        }

        var recorded = await mediator.Send(
            new RecordEvent.RecordEvent(asked.RecordId, EventKind.AdviceReceived, clock.Today(), "", asked.Adviser) { IsFromAdviser = true }, cancellationToken);
        if (!recorded.IsOk)
        {
            context.ChangeTracker.Clear();
            return Outcome.Invalid(nameof(request.Advice), "This advice is not waited for any more. Call the officer if you think that it is");
        }

        (ask.Advice, ask.SentAt) = (request.Advice.Trim(), clock.GetUtcNow());
        var child = await context.Records.Where(record => record.Id == asked.RecordId).Select(record => record.ChildId).SingleAsync(cancellationToken);
        audit.Record(context, EhcpAudit.AdviceGiven, EhcRecord.Subject, asked.RecordId, personIds: [child], changes: [new AuditChange("advice", null, $"{asked.Adviser}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
