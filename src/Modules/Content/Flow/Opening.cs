using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>A document that one command holds until its transaction ends, with the variant that it is about.</summary>
internal sealed record Opened(Document Document, Variant Variant);

/// <summary>Every change of state begins here: one at a time for each document, allowed in its state, and by a second person where one is needed.</summary>
internal sealed class Opening(ContentDbContext context, Actor actor)
{
    /// <summary>Who writes, as rows keep it.</summary>
    public string Who => actor.Id ?? actor.Kind.ToString();

    public async Task<Outcome<Opened>> OpenAsync(Guid documentId, string variantKey, FlowAction action, CancellationToken cancellationToken)
    {
        if (await DocumentAsync(documentId, cancellationToken) is not { } document
            || document.Variants.SingleOrDefault(variant => variant.Key == variantKey) is not { } variant)
        {
            return Outcome.NotFound;
        }

        var state = variant.State(document.Lifecycle);
        if (!Domain.Flow.Allows(action, state))
        {
            return Outcome.Conflict(Domain.Flow.Refusal(action, state));
        }

        return Domain.Flow.NeedsSecondEyes(action) && await WroteItAsync(action, variant, cancellationToken)
            ? Outcome.Invalid("", "Somebody else has to look at it: you wrote this text, or published it yourself")
            : new Opened(document, variant);
    }

    /// <summary>The document with its variants, held against other commands; null when there is none.</summary>
    public async Task<Document?> DocumentAsync(Guid id, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"select 1 from content.documents where id = {id} for update", cancellationToken);
        return await context.Documents.Include(document => document.Variants).SingleOrDefaultAsync(document => document.Id == id, cancellationToken);
    }

    private async Task<bool> WroteItAsync(FlowAction action, Variant variant, CancellationToken cancellationToken)
    {
        var revisions = context.Revisions.Where(revision => revision.VariantId == variant.Id);
        if (action == FlowAction.ConfirmCheck)
        {
            return variant.UncheckedBy == Who || await revisions.AnyAsync(revision => revision.Id == variant.LiveRevisionId && revision.CreatedBy == Who, cancellationToken);
        }

        // Whoever wrote any part since the text that is live: a word changed by somebody else makes no second pair of eyes.
        var live = await revisions.Where(revision => revision.Id == variant.LiveRevisionId).Select(revision => revision.Number).SingleOrDefaultAsync(cancellationToken);
        return await revisions.AnyAsync(revision => revision.Number > live && revision.CreatedBy == Who, cancellationToken);
    }
}

internal static class Outcomes
{
    /// <summary>The refusal of one step as the refusal of the whole.</summary>
    public static Outcome.Failure Refusal<T>(this Outcome<T> outcome) => new(outcome.Kind, outcome.Errors);
}
