using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.TakeDownDocument;

/// <summary>Takes a live page down, and says so to families in one of three ways.</summary>
/// <param name="Reason">Name of a <see cref="TakenDownReason"/>, as a form posts it.</param>
/// <param name="Words">For a withdrawn page: what families read above it.</param>
/// <param name="MergedInto">For a merged page: the address of the page that says it now.</param>
internal sealed record TakeDownDocument(Guid Id, string Reason, string Words, string MergedInto) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Publish;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class TakeDownDocumentValidator : AbstractValidator<TakeDownDocument>
{
    public TakeDownDocumentValidator()
    {
        RuleFor(request => request.Reason).IsEnumName(typeof(TakenDownReason)).WithMessage("Choose why it is taken down");
        RuleFor(request => request.Words).NotEmpty().When(request => request.Reason == nameof(TakenDownReason.Withdrawn))
            .WithMessage("Write what families read above it: why it no longer holds, and what does");
        RuleFor(request => request.Words).MaximumLength(Limits.Note).WithMessage($"Write {Limits.Note} characters or fewer");
    }
}

internal sealed class TakeDownDocumentHandler(
    ContentDbContext context, Opening opening, PublishedPages pages, IEnumerable<IPublished> listeners, OneTimeLinks links, FlowTrail trail, TimeProvider clock)
    : IRequestHandler<TakeDownDocument, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeDownDocument request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(Tree.Lock, cancellationToken);
        var opened = await opening.OpenAsync(request.Id, VariantKey.Full, FlowAction.TakeDown, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        var document = opened.Value.Document;
        var reason = Enum.Parse<TakenDownReason>(request.Reason);
        if (reason == TakenDownReason.Merged)
        {
            var into = Slugs.Normal(request.MergedInto);
            var target = await context.Published.SingleOrDefaultAsync(
                page => page.Path == into && page.Variant == VariantKey.Full && page.TakenDown == null, cancellationToken);
            if (target is null || target.DocumentId == document.Id)
            {
                return Outcome.Invalid(nameof(request.MergedInto), "Write the address of another page that is live, for example /short-breaks");
            }

            document.MergedIntoId = target.DocumentId;
            context.Redirects.Add(new Redirect { FromPath = document.Path, DocumentId = target.DocumentId, CreatedAt = clock.GetUtcNow(), CreatedBy = opening.Who });

            // Old addresses of the merged page lead to the same end, in one step.
            foreach (var old in await context.Redirects.Where(redirect => redirect.DocumentId == document.Id).ToListAsync(cancellationToken))
            {
                old.DocumentId = target.DocumentId;
            }
        }

        document.TakenDown = reason;
        document.TakenDownWords = reason == TakenDownReason.Withdrawn ? request.Words.Trim() : null;
        await pages.WriteAsync(document, cancellationToken);
        foreach (var listener in listeners)
        {
            await listener.OnTakenDownAsync(context, document, cancellationToken);
        }

        await links.CancelAsync(LinkPurposes.Preview, document.Id, cancellationToken);
        trail.Record(ContentAudit.TakenDown, document, new AuditChange("reason", null, reason.ToString()));
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return default(Done);
    }
}
