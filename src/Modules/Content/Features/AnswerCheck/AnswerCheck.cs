using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.ViewPage;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.AnswerCheck;

/// <summary>What somebody was asked to look at.</summary>
internal sealed record SeeAskedCheck(string Token) : IQuery<AskedView>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed record AskedView(AskedKind Kind, DateOnly Due, PageView Page);

internal sealed class SeeAskedCheckHandler(ContentDbContext context, OneTimeLinks links, Previews previews, PageSurroundings surroundings)
    : IRequestHandler<SeeAskedCheck, Outcome<AskedView>>
{
    public async Task<Outcome<AskedView>> Handle(SeeAskedCheck request, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(request.Token, cancellationToken) is not { Purpose: LinkPurposes.Check } link)
        {
            return Outcome.NotFound;
        }

        var check = await context.AskedChecks.AsNoTracking().SingleOrDefaultAsync(check => check.Id == link.SubjectId && check.Answer == AskedAnswer.Waiting, cancellationToken);
        return check is not null && await previews.OfRevisionAsync(check.DocumentId, check.RevisionId, cancellationToken) is { } page
            ? new AskedView(check.Kind, check.Due, await surroundings.ShowAsync(page, cancellationToken))
            : Outcome.NotFound;
    }
}

/// <summary>The answer of somebody without an account, with the name that they gave.</summary>
/// <param name="Name">As they typed it; kept with the answer, because a shared mailbox answers for nobody.</param>
/// <param name="Words">What needs to change.</param>
internal sealed record AnswerCheck(string Token, bool IsRight, string Name, string Words) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class AnswerCheckValidator : AbstractValidator<AnswerCheck>
{
    public AnswerCheckValidator()
    {
        RuleFor(answer => answer.Name).NotEmpty().WithMessage("Write your name, so that we know who answered")
            .MaximumLength(Limits.Actor).WithMessage($"Write a name of {Limits.Actor} characters or fewer");
        RuleFor(answer => answer.Words).NotEmpty().When(answer => !answer.IsRight).WithMessage("Write what needs to change");
        RuleFor(answer => answer.Words).MaximumLength(Limits.Words).WithMessage($"Write {Limits.Words} characters or fewer");
    }
}

internal sealed class AnswerCheckHandler(
    ContentDbContext context, OneTimeLinks links, Opening opening, Checking checking, PublishedPages pages, FlowTrail trail, TimeProvider clock)
    : IRequestHandler<AnswerCheck, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AnswerCheck request, CancellationToken cancellationToken)
    {
        if (await links.SpendAsync(request.Token, cancellationToken) is not { Purpose: LinkPurposes.Check } link
            || await context.AskedChecks.SingleOrDefaultAsync(check => check.Id == link.SubjectId && check.Answer == AskedAnswer.Waiting, cancellationToken) is not { } check
            || await opening.DocumentAsync(check.DocumentId, cancellationToken) is not { } document
            || document.Variants.SingleOrDefault(known => known.Key == check.Variant) is not { } variant)
        {
            return Outcome.NotFound;
        }

        check.Answer = request.IsRight ? AskedAnswer.Right : AskedAnswer.NeedsChange;
        check.AnsweredAt = clock.GetUtcNow();
        trail.Remark(
            variant, check.RevisionId, request.IsRight ? RemarkKind.FoundRight : RemarkKind.NeedsChange,
            request.Words.Trim() is { Length: > 0 } words ? words : "It is right.", request.Name.Trim());

        // Only a page that has not changed since the question counts as checked by the answer.
        if (request.IsRight && check.Kind == AskedKind.StillRight && variant.Key == VariantKey.Full && variant.LiveRevisionId == check.RevisionId)
        {
            await checking.ConfirmAsync(document, cancellationToken);
            await pages.WriteAsync(document, cancellationToken);
        }

        trail.Record(ContentAudit.Answered, document);
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return default(Done);
    }
}
