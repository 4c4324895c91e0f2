using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.ReviewBreakGlass;

internal sealed record ViewBreakGlass(Guid Id) : IQuery<OpenedGlass>
{
    public Permission Permission => AccountsPermissions.ReviewBreakGlass;
}

internal sealed record OpenedGlass(Guid Id, string By, Guid PersonId, BreakGlassReason Reason, string Why, DateTimeOffset OpenedAt, DateTimeOffset? ReviewedAt);

internal sealed record ReviewBreakGlass(Guid Id, string WasRight, string Review) : ICommand<Done>
{
    public Permission Permission => AccountsPermissions.ReviewBreakGlass;
}

internal sealed class ReviewBreakGlassValidator : AbstractValidator<ReviewBreakGlass>
{
    public ReviewBreakGlassValidator()
    {
        RuleFor(review => review.WasRight).Must(answer => bool.TryParse(answer, out _)).WithMessage("Choose whether it was right");
        RuleFor(review => review.Review).NotEmpty().WithMessage("Write what you found")
            .MaximumLength(BreakGlass.MaximumText).WithMessage($"Write {BreakGlass.MaximumText} characters or fewer");
    }
}

internal sealed class ViewBreakGlassHandler(AccountsDbContext context) : IRequestHandler<ViewBreakGlass, Outcome<OpenedGlass>>
{
    public async Task<Outcome<OpenedGlass>> Handle(ViewBreakGlass request, CancellationToken cancellationToken) =>
        await (from glass in context.BreakGlasses.AsNoTracking()
               join account in context.Users on glass.AccountId equals account.Id
               where glass.Id == request.Id
               select new OpenedGlass(glass.Id, account.DisplayName, glass.PersonId, glass.Reason, glass.Why, glass.OpenedAt, glass.ReviewedAt))
            .SingleOrDefaultAsync(cancellationToken) is { } found ? found : Outcome.NotFound;
}

internal sealed class ReviewBreakGlassHandler(AccountsDbContext context, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<ReviewBreakGlass, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ReviewBreakGlass request, CancellationToken cancellationToken)
    {
        if (await context.BreakGlasses.SingleOrDefaultAsync(glass => glass.Id == request.Id, cancellationToken) is not { } glass)
        {
            return Outcome.NotFound;
        }

        if (glass.ReviewedAt is not null)
        {
            return Outcome.Conflict("Somebody has checked this already");
        }

        if (glass.AccountId == actor.AccountId)
        {
            return Outcome.Invalid("", "You opened this one yourself. Somebody else must check it");
        }

        glass.ReviewedAt = clock.GetUtcNow();
        glass.ReviewedBy = actor.AccountId;
        glass.WasRight = bool.Parse(request.WasRight);
        glass.Review = request.Review.Trim();
        audit.Record(
            context, AccountsAudit.BreakGlassReviewed, "break_glass", glass.Id, personIds: [glass.PersonId],
            changes: [new AuditChange("was_right", null, request.WasRight)]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
