using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Voices;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Features.Staff.LookAtCharter;

/// <summary>The yearly look whether the charter is kept.</summary>
internal sealed record LookAtCharter(string Words, DateOnly? LookedOn) : ICommand<Guid>
{
    public Permission Permission => VoicePermissions.Keep;
}

internal sealed class LookAtCharterValidator : AbstractValidator<LookAtCharter>
{
    public LookAtCharterValidator(TimeProvider clock)
    {
        RuleFor(look => look.Words).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write what you saw")
            .MaximumLength(CharterLook.MaximumWords).WithMessage($"Write {CharterLook.MaximumWords} characters or fewer");
        RuleFor(look => look.LookedOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day on which you looked")
            .Must(day => day <= clock.Today()).WithMessage("This day is still to come. Write it down when you have looked");
    }
}

internal sealed class LookAtCharterHandler(ImprovementDbContext context, CharterReader reader, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<LookAtCharter, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(LookAtCharter request, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(cancellationToken) is not { } state)
        {
            return Outcome.Invalid("", "No charter is written down yet. Write it down first");
        }

        if (request.LookedOn < state.Charter.AgreedOn)
        {
            return Outcome.Invalid(nameof(request.LookedOn), $"It was agreed on {state.Charter.AgreedOn.Long()}. Write a day after that");
        }

        var now = clock.GetUtcNow();
        var look = new CharterLook { Id = Guid.CreateVersion7(now), CharterId = state.Charter.Id, LookedOn = request.LookedOn!.Value, Words = request.Words.Trim(), At = now, By = actor.Id };
        context.CharterLooks.Add(look);
        audit.Record(context, VoicesAudit.CharterLooked, Charter.Subject, state.Charter.Id);
        await context.SaveChangesAsync(cancellationToken);
        return look.Id;
    }
}
