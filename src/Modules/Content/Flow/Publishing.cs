using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>The one way in which a draft becomes what families read, whoever asked for it: a person, the clock or a seed file.</summary>
internal sealed class Publishing(
    ContentDbContext context, PageTexts texts, PublishedPages pages, IEnumerable<IPublished> listeners, OneTimeLinks links)
{
    /// <summary>Makes the draft live; the caller saves, and then calls <see cref="PublishedPages.TellAsync"/>.</summary>
    /// <param name="document">With its variants.</param>
    /// <param name="variant">Has a draft that <see cref="Readiness"/> found nothing against.</param>
    /// <param name="at">When families are told that it was published: the intended time of a schedule.</param>
    /// <param name="uncheckedBy">Who published it without a second pair of eyes; null when there was one.</param>
    public async Task GoLiveAsync(Document document, Variant variant, DateTimeOffset at, string? uncheckedBy, CancellationToken cancellationToken)
    {
        var revision = context.Revisions.Local.SingleOrDefault(local => local.Id == variant.DraftRevisionId)
            ?? await context.Revisions.SingleAsync(draft => draft.Id == variant.DraftRevisionId, cancellationToken);
        variant.LiveRevisionId = revision.Id;
        variant.DraftRevisionId = null;
        variant.Draft = DraftState.None;
        variant.PublishAt = null;
        variant.ScheduleProblem = null;
        variant.LiveSince = at;
        variant.UncheckedBy = uncheckedBy;
        variant.Standing = uncheckedBy is null ? Standing.Live : Standing.LiveUnchecked;
        variant.WrittenForId = variant.Key == VariantKey.Full ? null : document.Full.LiveRevisionId;
        await PutBackAsync(document, cancellationToken);

        var text = await texts.ReadAsync(revision.Body, KindOf(variant), cancellationToken, VariantKey.Language(variant.Key));
        await pages.WriteAsync(document, cancellationToken, (variant, revision, text));
        foreach (var listener in listeners)
        {
            await listener.OnPublishedAsync(context, document, variant, revision, text, cancellationToken);
        }

        // What others were shown before is now what everybody reads, or is out of date.
        await links.CancelAsync(LinkPurposes.Preview, document.Id, cancellationToken);
    }

    public static TextKind KindOf(Variant variant) => VariantKey.KindOf(variant.Key);

    /// <summary>A page that was taken down stands again from the moment that something new of it is published.</summary>
    private async Task PutBackAsync(Document document, CancellationToken cancellationToken)
    {
        if (document.TakenDown == TakenDownReason.Merged)
        {
            await context.Redirects.Where(redirect => redirect.FromPath == document.Path).ExecuteDeleteAsync(cancellationToken);
        }

        document.TakenDown = null;
        document.TakenDownWords = null;
        document.MergedIntoId = null;
    }
}
