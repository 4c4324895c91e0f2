using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.SeeAnswers;

/// <summary>Sums several answers up in our own words.</summary>
internal sealed record BeginTheme(Guid RoundId, string Said, string EasySaid) : ICommand<Guid>
{
    public Permission Permission => CoDesignPermissions.Answer;
}

internal sealed class BeginThemeValidator : AbstractValidator<BeginTheme>
{
    public BeginThemeValidator()
    {
        RuleFor(theme => theme.Said).NotEmpty().WithMessage("Write what they said, in one or two sentences").MaximumLength(Theme.MaximumSaid).WithMessage($"Write {Theme.MaximumSaid} characters or fewer");
        RuleFor(theme => theme.EasySaid).NotEmpty().WithMessage("Write the same in Easy Read").MaximumLength(Theme.MaximumSaid).WithMessage($"Write {Theme.MaximumSaid} characters or fewer");
    }
}

internal sealed class BeginThemeHandler(CoDesignDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<BeginTheme, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(BeginTheme request, CancellationToken cancellationToken)
    {
        if (await context.Rounds.SingleOrDefaultAsync(round => round.Id == request.RoundId, cancellationToken) is not { } round)
        {
            return Outcome.NotFound;
        }

        if (round.State is not (RoundState.Closed or RoundState.BeingAnswered))
        {
            return Outcome.Conflict("Themes are written when the round has closed, and before it is published");
        }

        var theme = new Theme { Id = Guid.CreateVersion7(clock.GetUtcNow()), RoundId = round.Id, Said = request.Said.Trim(), EasySaid = request.EasySaid.Trim() };
        context.Themes.Add(theme);
        audit.Record(context, CoDesignAudit.ThemeSaved, CoDesignAudit.Theme, theme.Id);
        await context.SaveChangesAsync(cancellationToken);
        return theme.Id;
    }
}
