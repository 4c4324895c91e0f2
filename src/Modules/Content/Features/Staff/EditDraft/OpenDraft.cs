using MediatR;
using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.EditDraft;

/// <summary>What an editor begins with: the draft, or else what is live, and what is known about it.</summary>
internal sealed record OpenDraft(Guid Id, string Variant) : IQuery<OpenedDraft>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

/// <param name="Head">The newest text; null when nothing was ever saved.</param>
/// <param name="Kept">What this person typed and did not save.</param>
/// <param name="Voices">What people said about this page and nobody has answered yet.</param>
/// <param name="OthersTypedAt">When somebody else last typed here without saving; null when nobody does.</param>
internal sealed record OpenedDraft(
    Guid DocumentId, DocumentKind Kind, string Path, string Variant, FlowState State, Revision? Head, Autosave? Kept, DateTimeOffset? OthersTypedAt,
    IReadOnlyList<PageVoice> Voices);

internal sealed class OpenDraftHandler(ContentDbContext context, Actor actor, TimeProvider clock, IEnumerable<IPageVoices> voices)
    : IRequestHandler<OpenDraft, Outcome<OpenedDraft>>
{
    /// <summary>Somebody who last typed longer ago than this has gone home.</summary>
    private static readonly TimeSpan StillThere = TimeSpan.FromHours(2);

    public async Task<Outcome<OpenedDraft>> Handle(OpenDraft request, CancellationToken cancellationToken)
    {
        var document = await context.Documents.AsNoTracking().Include(document => document.Variants)
            .SingleOrDefaultAsync(document => document.Id == request.Id, cancellationToken);
        if (document is null || !VariantKey.IsKnown(request.Variant))
        {
            return Outcome.NotFound;
        }

        if (document.Variants.SingleOrDefault(known => known.Key == request.Variant) is not { } variant)
        {
            return Outcome.NotFound;
        }

        var head = variant.HeadId is { } id ? await context.Revisions.AsNoTracking().SingleAsync(revision => revision.Id == id, cancellationToken) : null;
        var since = clock.GetUtcNow() - StillThere;
        var typed = await context.Autosaves.AsNoTracking().Where(kept => kept.VariantId == variant.Id).ToListAsync(cancellationToken);
        var others = typed.Where(kept => kept.AccountId != actor.AccountId && kept.At > since).Select(kept => (DateTimeOffset?)kept.At).Max();
        List<PageVoice> said = [];
        foreach (var voice in voices)
        {
            said.AddRange(await voice.WaitingAsync(document.Id, cancellationToken));
        }

        return new OpenedDraft(
            document.Id, document.Kind, document.Path, variant.Key, variant.State(document.Lifecycle), head,
            typed.SingleOrDefault(kept => kept.AccountId == actor.AccountId), others, said);
    }
}
