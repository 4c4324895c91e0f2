using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Features.Staff.WriteCharter;

/// <summary>Writes down the charter as it was agreed. An earlier one stays, and this one counts.</summary>
internal sealed record WriteCharter(string Title, string Words, DateOnly? AgreedOn) : ICommand<Guid>
{
    public Permission Permission => VoicePermissions.Keep;
}

internal sealed class WriteCharterValidator : AbstractValidator<WriteCharter>
{
    public WriteCharterValidator(TimeProvider clock)
    {
        RuleFor(charter => charter.Title).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write what it is called")
            .MaximumLength(Charter.MaximumTitle).WithMessage($"Write {Charter.MaximumTitle} characters or fewer");
        RuleFor(charter => charter.Words).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write what it says, as it was agreed")
            .MaximumLength(Charter.MaximumWords).WithMessage($"Write {Charter.MaximumWords} characters or fewer");
        RuleFor(charter => charter.AgreedOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day on which it was agreed")
            .Must(day => day <= clock.Today()).WithMessage("This day is still to come. Write it down when it has been agreed")
            .Must(day => day >= clock.Today().AddYears(-5)).WithMessage("This day is more than five years ago. Check the year");
    }
}

internal sealed class WriteCharterHandler(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<WriteCharter, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(WriteCharter request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var charter = new Charter { Id = Guid.CreateVersion7(now), Title = request.Title.Trim(), Words = request.Words.Trim(), AgreedOn = request.AgreedOn!.Value, At = now, By = actor.Id };
        context.Charters.Add(charter);
        audit.Record(context, VoicesAudit.CharterWritten, Charter.Subject, charter.Id);
        await context.SaveChangesAsync(cancellationToken);
        return charter.Id;
    }
}
