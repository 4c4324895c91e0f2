using Medway.LocalOffer.Listings.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>Follows addresses that a service or an organisation once had.</summary>
internal static class MovedRecords
{
    /// <summary>More hops than any chain of merges has; each merge points its former addresses at the end, so one is the rule.</summary>
    private const int MostHops = 5;

    /// <param name="mergedInto">Where the record at this address went, when there is one.</param>
    /// <returns>The slug of the live record that it leads to; null when there is none.</returns>
    public static async Task<string?> MovedToAsync(
        this ListingsDbContext context, RecordKind kind, Guid? mergedInto, string slug, CancellationToken cancellationToken)
    {
        var id = mergedInto ?? await context.FormerSlugs.Where(former => former.Kind == kind && former.Slug == slug)
            .Select(former => (Guid?)former.RecordId).SingleOrDefaultAsync(cancellationToken);
        for (var hops = 0; id is not null && hops < MostHops; hops++)
        {
            var found = kind == RecordKind.Service
                ? await context.Services.Where(service => service.Id == id).Select(service => new { service.Slug, service.State, service.MergedIntoId }).SingleOrDefaultAsync(cancellationToken)
                : await context.Organisations.Where(o => o.Id == id).Select(o => new { o.Slug, o.State, o.MergedIntoId }).SingleOrDefaultAsync(cancellationToken);
            if (found is not { State: RecordState.Merged })
            {
                return found?.Slug;
            }

            id = found.MergedIntoId;
        }

        return null;
    }
}
