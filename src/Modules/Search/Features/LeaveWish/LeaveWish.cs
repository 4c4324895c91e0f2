using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Features.LeaveWish;

/// <summary>Somebody tells what they were looking for and did not find.</summary>
/// <param name="Near">A place that we know; anything else is refused, so that no address is kept.</param>
internal sealed record LeaveWish(string Text, string Near) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class LeaveWishValidator : AbstractValidator<LeaveWish>
{
    public LeaveWishValidator() => RuleFor(wish => wish.Text).Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Tell us what you were looking for, in a few words")
        .MaximumLength(Wish.Longest).WithMessage($"Make it shorter: {Wish.Longest} letters at most")
        .Must(text => PersonalText.Problem(text) is null).WithMessage(wish => PersonalText.Problem(wish.Text));
}

internal sealed class LeaveWishHandler(SearchDbContext context, SearchKnowledge knowledge, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<LeaveWish, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(LeaveWish request, CancellationToken cancellationToken)
    {
        var typed = Gazetteer.OutwardOfFullPostcode(request.Near) ?? request.Near.Trim();
        var near = typed.Length == 0 ? null : (await knowledge.LoadAsync(cancellationToken)).Gazetteer.Find(typed);
        if (typed.Length > 0 && near is null)
        {
            return Outcome.Invalid(nameof(request.Near), "We do not know this place. Try a town, like Gillingham, or the first part of a postcode, like ME7");
        }

        var now = clock.GetUtcNow();
        context.Wishes.Add(new Wish { Id = Guid.CreateVersion7(now), Day = UkTime.DateIn(now), Text = request.Text.Trim(), Area = near?.Name ?? "" });
        audit.Record(context, SearchAudit.WishLeft, "wish", null);
        await context.SaveChangesAsync(cancellationToken);
        return new Done();
    }
}
