using System.Globalization;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.MoveDocument;

/// <summary>Gives a page, and all that stands under it, another address. Every old address that families may know goes on working.</summary>
/// <param name="ParentPath">The page it stands under from now on; empty at the top.</param>
/// <param name="Confirmed">Whoever asks has been told how many addresses change. Without it nothing is changed.</param>
internal sealed record MoveDocument(Guid Id, string ParentPath, string Slug, bool Confirmed) : ICommand<Moved>, IActsOn
{
    public Permission Permission => ContentPermissions.Arrange;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

/// <param name="Path">Where it stands, or would.</param>
/// <param name="Pages">How many pages get another address.</param>
/// <param name="Redirects">How many old addresses lead on, because families may know them.</param>
internal sealed record Moved(string Path, int Pages, int Redirects, bool IsDone);

internal sealed class MoveDocumentHandler(
    ContentDbContext context, Tree tree, Opening opening, PublishedPages published, FlowTrail trail, Actor actor, TimeProvider clock) : IRequestHandler<MoveDocument, Outcome<Moved>>
{
    public async Task<Outcome<Moved>> Handle(MoveDocument request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(Tree.Lock, cancellationToken);
        if (await opening.DocumentAsync(request.Id, cancellationToken) is not { } document)
        {
            return Outcome.NotFound;
        }

        if (document.Lifecycle == Lifecycle.Binned)
        {
            return Outcome.Conflict("This is in the bin. Take it out first");
        }

        var parent = await ParentAsync(document, request.ParentPath, cancellationToken);
        if (!parent.IsOk)
        {
            return parent.Refusal();
        }

        var place = await tree.PlaceAsync(document.Kind, parent.Value, request.Slug.Trim().ToLowerInvariant(), document.Id, cancellationToken);
        if (!place.IsOk)
        {
            return place.Refusal();
        }

        if (!actor.May(ContentPermissions.Arrange, DocumentScope.Of(place.Value)))
        {
            return Outcome.Invalid(nameof(request.ParentPath), "You may arrange some sections only. Keep it under a page of one of them");
        }

        var old = document.Path;
        if (place.Value == old)
        {
            return Outcome.Invalid(nameof(request.Slug), "That is where it stands now");
        }

        var branch = await context.Documents.Include(below => below.Variants)
            .Where(below => below.Id == document.Id || (below.BinnedAt == null && EF.Functions.Like(below.Path, old + "/%"))).ToListAsync(cancellationToken);
        if (branch.Any(below => place.Value.Length + below.Path.Length - old.Length > Limits.Path
            || (place.Value + below.Path[old.Length..]).Count(character => character == '/') > Slugs.Deepest))
        {
            return Outcome.Invalid(nameof(request.ParentPath), $"A page under it would be more than {Slugs.Deepest} levels deep. Put it higher up");
        }

        // An address that no family has ever been shown need not lead on.
        var known = branch.Count(below => below.Variants.Any(variant => variant.LiveRevisionId is not null));
        if (!request.Confirmed)
        {
            return new Moved(place.Value, branch.Count, known, IsDone: false);
        }

        document.ParentId = parent.Value;
        document.Slug = request.Slug.Trim().ToLowerInvariant();
        await MoveBranchAsync(branch, old, place.Value, cancellationToken);
        trail.Record(
            ContentAudit.Moved, document, new AuditChange("path", old, place.Value), new AuditChange("pages", null, branch.Count.ToString(CultureInfo.InvariantCulture)));
        await context.SaveChangesAsync(cancellationToken);
        await published.TellAsync(cancellationToken);
        return new Moved(place.Value, branch.Count, known, IsDone: true);
    }

    private async Task<Outcome<Guid?>> ParentAsync(Document document, string parentPath, CancellationToken cancellationToken)
    {
        if (!document.Kind.IsInTree() || Slugs.Normal(parentPath) is not { } path)
        {
            return Outcome.Ok<Guid?>(null);
        }

        if (path == document.Path || path.StartsWith(document.Path + "/", StringComparison.Ordinal))
        {
            return Outcome.Invalid(nameof(MoveDocument.ParentPath), "A page cannot stand under itself");
        }

        var parent = await context.Documents.Where(other => other.Path == path && other.BinnedAt == null).Select(other => (Guid?)other.Id).SingleOrDefaultAsync(cancellationToken);
        return parent is null
            ? Outcome.Invalid(nameof(MoveDocument.ParentPath), $"There is no page at {path}. Write the address of the page to put it under")
            : Outcome.Ok(parent);
    }

    private async Task MoveBranchAsync(List<Document> branch, string old, string now, CancellationToken cancellationToken)
    {
        var oldPaths = branch.Select(below => below.Path).ToList();
        var newPaths = branch.Select(below => now + below.Path[old.Length..]).ToList();
        var redirects = await context.Redirects.Where(redirect => oldPaths.Contains(redirect.FromPath) || newPaths.Contains(redirect.FromPath))
            .ToDictionaryAsync(redirect => redirect.FromPath, cancellationToken);

        // The page itself stands there now: what led elsewhere, or to itself, goes.
        context.Redirects.RemoveRange(redirects.Values.Where(redirect => newPaths.Contains(redirect.FromPath)));
        foreach (var below in branch)
        {
            var from = below.Path;
            below.Path = now + from[old.Length..];
            if (below.Variants.Any(variant => variant.LiveRevisionId is not null))
            {
                LeadOn(from, below, redirects.GetValueOrDefault(from));
            }

            await published.WriteAsync(below, cancellationToken);
        }

        // Redirects that staff wrote to one of these pages follow it.
        foreach (var written in await context.Redirects.Where(redirect => redirect.ToPath != null && oldPaths.Contains(redirect.ToPath)).ToListAsync(cancellationToken))
        {
            written.DocumentId = branch[oldPaths.IndexOf(written.ToPath!)].Id;
            written.ToPath = null;
        }
    }

    private void LeadOn(string from, Document to, Redirect? there)
    {
        if (there is not null)
        {
            there.DocumentId = to.Id;
            there.ToPath = null;
            return;
        }

        context.Redirects.Add(new Redirect { FromPath = from, DocumentId = to.Id, CreatedAt = clock.GetUtcNow(), CreatedBy = opening.Who });
    }
}
