using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Progress;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.DecidePublicWords;

/// <summary>A second person publishes words for the public, or sends them back with a reason. What is published is frozen, with how far the part is today.</summary>
internal sealed record DecidePublicWords(Guid Id, bool? IsApproved, string Reason) : ICommand<Done>
{
    public Permission Permission => ImprovementPermissions.Publish;
}

internal sealed class DecidePublicWordsValidator : AbstractValidator<DecidePublicWords>
{
    public DecidePublicWordsValidator()
    {
        RuleFor(decision => decision.IsApproved).NotNull().WithMessage("Choose yes or no");
        RuleFor(decision => decision.Reason).MaximumLength(PublicDecision.MaximumReason).WithMessage($"Write {PublicDecision.MaximumReason} characters or fewer")
            .NotEmpty().When(decision => decision.IsApproved == false, ApplyConditionTo.CurrentValidator).WithMessage("Write what should be different");
    }
}

internal sealed class DecidePublicWordsHandler(
    ImprovementDbContext context, PartReader reader, ProgressSearch search, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<DecidePublicWords, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DecidePublicWords request, CancellationToken cancellationToken)
    {
        if (await context.PublicTexts.AsNoTracking().SingleOrDefaultAsync(words => words.Id == request.Id, cancellationToken) is not { } words)
        {
            return Outcome.NotFound;
        }

        if (words.By == actor.Id)
        {
            return Outcome.Invalid("", "You wrote these words, so somebody else has to read them");
        }

        await context.Database.LockAsync($"improvement.public {words.PartId:n}", cancellationToken);
        if (await context.PublicDecisions.AnyAsync(decision => decision.WordsId == words.Id, cancellationToken))
        {
            return Outcome.Invalid("", "Somebody has decided about these words already");
        }

        if (await context.PublicTexts.AnyAsync(newer => newer.PartId == words.PartId && newer.At > words.At, cancellationToken))
        {
            return Outcome.Invalid("", "Newer words were written for this part. Go back and read those");
        }

        var now = clock.GetUtcNow();
        var approved = request.IsApproved!.Value;
        context.PublicDecisions.Add(new PublicDecision
        {
            Id = Guid.CreateVersion7(now),
            WordsId = words.Id,
            IsApproved = approved,
            Reason = approved ? null : request.Reason.Trim(),
            At = now,
            By = actor.Id,
        });
        audit.Record(context, ImprovementAudit.PublicDecided, PublicWords.Subject, words.Id, changes: [new AuditChange("is_approved", null, approved ? "yes" : "no")]);
        if (approved)
        {
            context.Progress.Add(await FrozenAsync(words, now, cancellationToken));
            await search.EnsureAsync(cancellationToken);
            await Notices.NotifyAsync(context, ImprovementModule.CacheTag, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

    private async Task<PublishedProgress> FrozenAsync(PublicWords words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = (await reader.ReadAsync(words.PartId, cancellationToken)).Single();
        var area = await context.Actions.Where(action => action.Id == state.Part.ActionId)
            .Join(context.Areas, action => action.AreaId, area => area.Id, (action, area) => area)
            .Join(context.Plans, area => area.PlanId, plan => plan.Id, (area, plan) => new { plan.Slug, area.Number, area.Title }).SingleAsync(cancellationToken);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            PartId = words.PartId,
            Position = state.Part.Position,
            Area = ProgressWords.Of(area.Slug, area.Number, area.Title),
            Title = words.Title,
            State = ProgressWords.StateOf(state.Shown, state.Facts),
            Due = state.History.Due,
            YouSaid = words.YouSaid,
            WeWill = words.WeWill,
            WeDid = words.WeDid,
            EasyYouSaid = words.EasyYouSaid,
            EasyWeWill = words.EasyWeWill,
            EasyWeDid = words.EasyWeDid,
            IsShown = true,
            PublishedAt = now,
        };
    }
}
