using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Voices;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Features.Staff.SignCharter;

/// <summary>An organisation or a group signed the charter that counts.</summary>
internal sealed record SignCharter(string Who, DateOnly? SignedOn) : ICommand<Guid>
{
    public Permission Permission => VoicePermissions.Keep;
}

internal sealed class SignCharterValidator : AbstractValidator<SignCharter>
{
    public SignCharterValidator(TimeProvider clock)
    {
        RuleFor(sign => sign.Who).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write which organisation or group signed")
            .MaximumLength(CharterSignature.MaximumWho).WithMessage($"Write {CharterSignature.MaximumWho} characters or fewer");
        RuleFor(sign => sign.SignedOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day on which they signed")
            .Must(day => day <= clock.Today()).WithMessage("This day is still to come. Write it down when they have signed");
    }
}

internal sealed class SignCharterHandler(ImprovementDbContext context, CharterReader reader, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<SignCharter, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(SignCharter request, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(cancellationToken) is not { } state)
        {
            return Outcome.Invalid("", "No charter is written down yet. Write it down first");
        }

        var who = request.Who.Trim();
        if (request.SignedOn < state.Charter.AgreedOn)
        {
            return Outcome.Invalid(nameof(request.SignedOn), $"It was agreed on {state.Charter.AgreedOn.Long()}. Nobody signed it before");
        }

        if (state.Signatures.Any(one => one.Who.Equals(who, StringComparison.OrdinalIgnoreCase)))
        {
            return Outcome.Invalid(nameof(request.Who), "They have signed already");
        }

        var now = clock.GetUtcNow();
        var signature = new CharterSignature { Id = Guid.CreateVersion7(now), CharterId = state.Charter.Id, Who = who, SignedOn = request.SignedOn!.Value, At = now, By = actor.Id };
        context.CharterSignatures.Add(signature);
        audit.Record(context, VoicesAudit.CharterSigned, Charter.Subject, state.Charter.Id);
        await context.SaveChangesAsync(cancellationToken);
        return signature.Id;
    }
}
