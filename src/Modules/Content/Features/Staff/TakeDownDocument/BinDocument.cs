using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.TakeDownDocument;

/// <summary>Puts a document in the bin, from which it can be taken for ninety days.</summary>
internal sealed record BinDocument(Guid Id) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Publish;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class BinDocumentHandler(ContentDbContext context, Opening opening, TakingDown takingDown, PublishedPages pages, FlowTrail trail, TimeProvider clock)
    : IRequestHandler<BinDocument, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(BinDocument request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(Tree.Lock, cancellationToken);
        var opened = await opening.OpenAsync(request.Id, VariantKey.Full, FlowAction.Bin, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        var document = opened.Value.Document;
        if (await context.Documents.AnyAsync(child => child.ParentId == document.Id && child.BinnedAt == null, cancellationToken))
        {
            return Outcome.Conflict("There are pages under it. Move them, or put them in the bin first");
        }

        document.BinnedAt = clock.GetUtcNow();
        await takingDown.EndPlanAsync(document, cancellationToken);
        await pages.WriteAsync(document, cancellationToken);
        trail.Record(ContentAudit.Binned, document);
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return default(Done);
    }
}
