using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.ContentBin;

/// <summary>Takes a document out of the bin, as a draft: what was live has to be looked at again.</summary>
internal sealed record RestoreDocument(Guid Id) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Publish;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class RestoreDocumentHandler(ContentDbContext context, Opening opening, Tree tree, FlowTrail trail) : IRequestHandler<RestoreDocument, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RestoreDocument request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(Tree.Lock, cancellationToken);
        var opened = await opening.OpenAsync(request.Id, VariantKey.Full, FlowAction.Restore, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        var document = opened.Value.Document;
        var place = await tree.PlaceAsync(document.Kind, document.ParentId, document.Slug, document.Id, cancellationToken);
        if (!place.IsOk)
        {
            return Outcome.Conflict($"It cannot stand at {document.Path} any more: {place.Errors[0].Message}");
        }

        if (document.TakenDown == TakenDownReason.Merged)
        {
            await context.Redirects.Where(redirect => redirect.FromPath == document.Path).ExecuteDeleteAsync(cancellationToken);
        }

        document.Path = place.Value;
        document.BinnedAt = null;
        document.TakenDown = null;
        document.TakenDownWords = null;
        document.MergedIntoId = null;
        foreach (var variant in document.Variants)
        {
            variant.DraftRevisionId ??= variant.LiveRevisionId;
            variant.Draft = variant.DraftRevisionId is null ? DraftState.None : DraftState.Open;
            variant.LiveRevisionId = null;
            variant.LiveSince = null;
            variant.Standing = Standing.NotYet;
            variant.UncheckedBy = null;
            variant.PublishAt = null;
            variant.ScheduleProblem = null;
        }

        trail.Record(ContentAudit.Restored, document);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
