using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>Keeps what the public site reads, and what it is found by, in step with the documents. Call it in every command that changes either.</summary>
internal sealed class PublishedPages(ContentDbContext context, PageTexts texts)
{
    /// <summary>Writes the rows of one document as it stands in memory; the caller saves.</summary>
    /// <param name="document">With its variants.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="known">A live text that the caller has read already.</param>
    public async Task WriteAsync(Document document, CancellationToken cancellationToken, (Variant Variant, Revision Revision, PageText Text)? known = null)
    {
        var rows = await context.Published.Where(page => page.DocumentId == document.Id).ToDictionaryAsync(page => page.Variant, cancellationToken);
        foreach (var variant in document.Variants)
        {
            rows.Remove(variant.Key, out var row);
            if (variant.LiveRevisionId is null || document.Lifecycle == Lifecycle.Binned || document.TakenDown == TakenDownReason.Merged)
            {
                Remove(row);
                continue;
            }

            var revision = known?.Variant == variant ? known.Value.Revision
                : context.Revisions.Local.SingleOrDefault(local => local.Id == variant.LiveRevisionId)
                ?? await context.Revisions.SingleAsync(live => live.Id == variant.LiveRevisionId, cancellationToken);
            Fill(row ?? Add(document, variant, revision), document, variant, revision);
        }

        foreach (var left in rows.Values)
        {
            Remove(left);
        }

        await WriteSearchEntryAsync(document, known, cancellationToken);
    }

    /// <summary>After the save: every host drops the cached pages of this module, and what it remembers for every page.</summary>
    public Task TellAsync(CancellationToken cancellationToken) => Notices.NotifyAsync(context, ContentModule.CacheTag, cancellationToken);

    private PublishedPage Add(Document document, Variant variant, Revision revision)
    {
        var row = new PublishedPage
        {
            DocumentId = document.Id,
            Variant = variant.Key,
            RevisionId = revision.Id,
            Kind = document.Kind,
            Path = document.Path,
            Address = document.Path,
            Title = revision.Title,
            Summary = revision.Summary,
            Body = revision.Body,
            Owner = document.Owner,
            PublishedAt = variant.LiveSince!.Value,
        };
        context.Published.Add(row);
        return row;
    }

    private static void Fill(PublishedPage row, Document document, Variant variant, Revision revision)
    {
        // What was published in error must not be read any more, not even from the database.
        var hidden = document.TakenDown == TakenDownReason.PublishedInError;
        row.RevisionId = revision.Id;
        row.Kind = document.Kind;
        row.Path = document.Path;
        row.Address = VariantKey.AddressOf(document.Path, variant.Key);
        row.ParentId = document.ParentId;
        row.Position = document.Position;
        row.InMenu = document.InMenu && document.TakenDown is null;
        row.Icon = document.Icon;
        row.Title = revision.Title;
        row.Summary = hidden ? "" : revision.Summary;
        row.Body = hidden ? "" : revision.Body;
        row.StartsAt = revision.StartsAt;
        row.EndsAt = revision.EndsAt;
        row.Place = revision.Place;
        row.Link = hidden ? null : revision.Link;
        row.Owner = document.Owner;
        row.Also = document.Also;
        row.LastCheckedOn = document.LastCheckedOn;
        row.NextCheckOn = document.NextCheckOn;
        row.PublishedAt = variant.LiveSince!.Value;
        row.ChangeNote = revision.ChangeNote;
        row.TakenDown = document.TakenDown;
        row.TakenDownWords = document.TakenDownWords;
        row.MayBeOld = variant.IsBehind(document.Full);
    }

    private void Remove(PublishedPage? row)
    {
        if (row is not null)
        {
            context.Published.Remove(row);
        }
    }

    private async Task WriteSearchEntryAsync(
        Document document, (Variant Variant, Revision Revision, PageText Text)? known, CancellationToken cancellationToken)
    {
        var old = context.SearchEntries.Local.SingleOrDefault(entry => entry.Id == document.Id)
            ?? await context.SearchEntries.SingleOrDefaultAsync(entry => entry.Id == document.Id, cancellationToken);
        var row = context.Published.Local.SingleOrDefault(page => page.DocumentId == document.Id && page.Variant == VariantKey.Full);
        if (row is null || context.Entry(row).State == EntityState.Deleted || !PageSearchEntry.IsFindable(row))
        {
            if (old is not null)
            {
                context.SearchEntries.Remove(old);
            }

            return;
        }

        var text = known?.Variant.Key == VariantKey.Full ? known.Value.Text : await texts.ReadAsync(row.Body, TextKind.Full, cancellationToken);
        var entry = PageSearchEntry.From(row, text.Plain);
        if (old is null)
        {
            context.SearchEntries.Add(entry);
        }
        else
        {
            context.Entry(old).CurrentValues.SetValues(entry);
        }
    }
}
