using FluentValidation;
using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.StopMessages;

/// <summary>Stops everything, a template, or everything for and about a person. It holds from the next message on: each asks right before it leaves.</summary>
/// <param name="Kind">Lower_snake name of a <see cref="StopKind"/>.</param>
internal sealed record PullSwitch(string Kind, string Template, string Person, string Reason) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.Stop;
}

internal sealed class PullSwitchValidator : AbstractValidator<PullSwitch>
{
    public PullSwitchValidator()
    {
        RuleFor(pull => pull.Kind).Must(kind => Sending.ReasonWords.Read<StopKind>(kind) is not null).WithMessage("Choose what to stop");
        RuleFor(pull => pull.Template).NotEmpty().When(pull => pull.Kind == "template").WithMessage("Choose which message to stop");
        RuleFor(pull => pull.Person).Must(person => Guid.TryParse(person, out _)).When(pull => pull.Kind == "person").WithMessage("Copy the id from the person’s record");
        RuleFor(pull => pull.Reason)
            .NotEmpty().WithMessage("Write why")
            .MaximumLength(Stop.LongestReason).WithMessage($"Write {Stop.LongestReason} letters or fewer")
            .Must(reason => !reason.Any(char.IsControl)).WithMessage("Write the reason in one line");
    }
}

internal sealed class PullSwitchHandler(MessagingDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<PullSwitch, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(PullSwitch request, CancellationToken cancellationToken)
    {
        var kind = Sending.ReasonWords.Read<StopKind>(request.Kind)!.Value;
        var template = kind == StopKind.Template ? request.Template : null;
        var person = kind == StopKind.Person ? Guid.Parse(request.Person) : (Guid?)null;
        if (template is not null && !await context.Templates.AnyAsync(t => t.Name == template, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Template), "Choose one of the messages in the list");
        }

        if (await context.Stops.AnyAsync(s => s.Kind == kind && s.Template == template && s.PersonId == person && s.LiftedAt == null, cancellationToken))
        {
            return Outcome.Conflict("That is stopped already");
        }

        var now = clock.GetUtcNow();
        var stop = new Stop
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Template = template,
            PersonId = person,
            Reason = request.Reason.Trim(),
            At = now,
            By = actor.AccountId,
        };
        context.Stops.Add(stop);
        audit.Record(context, MessagingAudit.Stopped, "stop", stop.Id, stop.Reason, personIds: person is { } id ? [id] : []);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>Lets go of one switch: what waited leaves, so it is said why it may.</summary>
/// <param name="Release">Id of the <see cref="Stop"/>.</param>
internal sealed record ReleaseSwitch(string Release, string Why) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.Stop;
}

internal sealed class ReleaseSwitchValidator : AbstractValidator<ReleaseSwitch>
{
    public ReleaseSwitchValidator()
    {
        RuleFor(release => release.Release).Must(id => Guid.TryParse(id, out _)).WithMessage("Choose what to release");
        RuleFor(release => release.Why)
            .NotEmpty().WithMessage("Write why it may leave again")
            .MaximumLength(Stop.LongestReason).WithMessage($"Write {Stop.LongestReason} letters or fewer")
            .Must(why => !why.Any(char.IsControl)).WithMessage("Write the reason in one line");
    }
}

internal sealed class ReleaseSwitchHandler(MessagingDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<ReleaseSwitch, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ReleaseSwitch request, CancellationToken cancellationToken)
    {
        var released = Guid.Parse(request.Release);
        if (await context.Stops.SingleOrDefaultAsync(s => s.Id == released, cancellationToken) is not { } stop)
        {
            return Outcome.NotFound;
        }

        if (stop.LiftedAt is not null)
        {
            return Outcome.Conflict("Somebody released it a moment ago");
        }

        (stop.LiftedAt, stop.LiftedBy) = (clock.GetUtcNow(), actor.AccountId);
        audit.Record(context, MessagingAudit.Lifted, "stop", stop.Id, request.Why.Trim(), personIds: stop.PersonId is { } id ? [id] : []);
        await context.SaveChangesAsync(cancellationToken);
        await Platform.Notices.Notices.NotifyAsync(context, Sending.DispatchWake.Tag, cancellationToken);
        return default(Done);
    }
}
