using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement.Features.Staff.OverrideColour;

/// <summary>Says that the computed colour is one step wrong, until the next board.</summary>
internal sealed record OverrideColour(Guid Id, Brag To, string Reason) : ICommand<Guid>
{
    public Permission Permission => ImprovementPermissions.Update;
}

internal sealed class OverrideColourValidator : AbstractValidator<OverrideColour>
{
    public OverrideColourValidator()
    {
        RuleFor(says => says.To).Must(to => to is Brag.Red or Brag.Amber or Brag.Green).WithMessage("Choose a colour");
        RuleFor(says => says.Reason).NotEmpty().WithMessage("Write why, so that the board can read it")
            .MaximumLength(ColourOverride.MaximumReason).WithMessage($"Write {ColourOverride.MaximumReason} characters or fewer");
    }
}

internal sealed class OverrideColourHandler(ImprovementDbContext context, PartReader reader, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<OverrideColour, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(OverrideColour request, CancellationToken cancellationToken)
    {
        if ((await reader.ReadAsync(request.Id, cancellationToken)).SingleOrDefault() is not { } state)
        {
            return Outcome.NotFound;
        }

        if (await reader.NextBoardAsync(cancellationToken) is not { } board)
        {
            return Outcome.Invalid("", "No later board is written down, and an override lasts until one. Ask the programme office to write it down");
        }

        if (!BragOverride.IsAllowed(state.Computed.Colour, request.To, state.Facts))
        {
            return Outcome.Invalid(
                nameof(request.To),
                $"The rule says “{BragWords.Of(state.Computed.Colour)}”. An override is one step, never to blue, and never to green while a part is late");
        }

        var now = clock.GetUtcNow();
        var says = new ColourOverride { Id = Guid.CreateVersion7(now), PartId = request.Id, Colour = request.To, Reason = request.Reason.Trim(), Until = board, At = now, By = actor.Id };
        context.Overrides.Add(says);
        audit.Record(context, ImprovementAudit.Overridden, ImprovementPart.Subject, request.Id, changes: [new AuditChange("colour", $"{state.Computed.Colour}", $"{request.To}")]);
        await context.SaveChangesAsync(cancellationToken);
        return says.Id;
    }
}
