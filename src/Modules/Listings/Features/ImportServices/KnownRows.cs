using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Imports;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>What is there already, to say what is to become of each row of a file.</summary>
internal sealed class KnownRows
{
    private Dictionary<string, (Guid Id, string Digest)> known = [];
    private HashSet<string> slugs = [];
    private HashSet<string> areas = [];

    public static async Task<KnownRows> ReadAsync(ListingsDbContext context, CancellationToken cancellationToken) => new()
    {
        known = await context.ForeignIds
            .Where(id => id.Source == ImportListings.Source && id.Kind == RecordKind.Service)
            .Select(id => new { id.ExternalId, ServiceId = id.ServiceId!.Value, id.RowDigest })
            .ToDictionaryAsync(id => id.ExternalId, id => (id.ServiceId, id.RowDigest), StringComparer.Ordinal, cancellationToken),
        slugs = await context.Services.Select(service => service.Slug)
            .Union(context.FormerSlugs.Where(former => former.Kind == RecordKind.Service).Select(former => former.Slug))
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken),
        areas = await context.Areas.Select(area => area.Code).ToHashSetAsync(StringComparer.Ordinal, cancellationToken),
    };

    /// <param name="onlyNew">What is there stays as it is.</param>
    public Decided Decide(ServiceDraft draft, bool onlyNew)
    {
        if (known.TryGetValue(draft.ExternalId, out var id))
        {
            return new Decided(onlyNew || id.Digest == draft.RowDigest ? Fate.Unchanged : Fate.Changed, id.Id, draft);
        }

        return new Decided(slugs.Contains(draft.ExternalId) ? Fate.LeftOut : Fate.Added, draft.Id, draft);
    }

    /// <summary>What shows only against what is there.</summary>
    public IEnumerable<ImportProblem> ProblemsOf(Decided row, bool onlyNew)
    {
        foreach (var code in row.Draft!.Areas.Where(code => !areas.Contains(code)))
        {
            yield return new ImportProblem(row.Draft.Line, "areas", $"There is no area '{code}'. Write one of: {string.Join(", ", areas.Order(StringComparer.Ordinal).Take(40))}.");
        }

        if (row.Fate == Fate.LeftOut && !onlyNew)
        {
            yield return new ImportProblem(row.Draft.Line, "id", $"Another service has the address /services/{row.Draft.ExternalId} already. Choose another id.");
        }
    }
}
