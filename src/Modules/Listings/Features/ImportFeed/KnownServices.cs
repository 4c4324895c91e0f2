using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>What is there already, so that each record of a feed is known again or gets an id and an address of its own.</summary>
internal sealed class KnownServices
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> written = [];
    private Dictionary<string, (Guid Id, string Digest, RecordState State)> known = [];
    private HashSet<string> slugs = [];
    private HashSet<Guid> ids = [];
    private HashSet<(Guid Id, string Slug)> addresses = [];

    public static async Task<KnownServices> ReadAsync(ListingsDbContext context, string source, CancellationToken cancellationToken) => new()
    {
        known = await context.ForeignIds.Where(id => id.Source == source && id.Kind == RecordKind.Service)
            .Join(context.Services, id => id.ServiceId, service => service.Id, (id, service) => new { id.ExternalId, service.Id, id.RowDigest, service.State })
            .ToDictionaryAsync(id => id.ExternalId, id => (id.Id, id.RowDigest, id.State), StringComparer.Ordinal, cancellationToken),
        slugs = await context.Services.Select(service => service.Slug)
            .Union(context.FormerSlugs.Where(former => former.Kind == RecordKind.Service).Select(former => former.Slug))
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken),
        ids = await context.Services.Select(service => service.Id).ToHashSetAsync(cancellationToken),
        addresses = [.. (await context.Services.Select(service => new { service.Id, service.Slug })
            .Union(context.FormerSlugs.Where(former => former.Kind == RecordKind.Service).Select(former => new { Id = former.RecordId, former.Slug }))
            .ToListAsync(cancellationToken)).Select(address => (address.Id, address.Slug))],
    };

    /// <param name="draft">Null when it could not be read, or is closed.</param>
    /// <param name="findings">Gets what shows only against the other records.</param>
    public Decided Decide(ServiceDraft? draft, FeedFindings findings)
    {
        if (draft is null)
        {
            return findings is { IsClosed: true, Name: { } name } && known.TryGetValue(name, out var closed) && closed.State == RecordState.Live ? new(Fate.Closed, closed.Id, null)
                : new(findings.IsClosed ? Fate.Unchanged : Fate.LeftOut, default, null);
        }

        if (!seen.TryAdd(draft.ExternalId, draft.Line))
        {
            findings.Problem("id", string.Create(CultureInfo.InvariantCulture, $"{(findings.Name is null ? "Line" : "Record")} {seen[draft.ExternalId]} has this id too. The first of them counts."));
            return new(Fate.LeftOut, default, null);
        }

        if (known.TryGetValue(draft.ExternalId, out var found))
        {
            return found.Digest == draft.RowDigest ? new(Fate.Unchanged, found.Id, draft) : Change(found.Id, draft, findings);
        }

        // Our own file, back where it came from.
        if (draft.IsOurs && addresses.Contains((draft.Id, draft.Slug)))
        {
            findings.Note("id", "This service is here already: it changes to what the file says.");
            return Change(draft.Id, draft, findings);
        }

        // Two directories may pass on one id; each is a service of its own here, and the list of duplicates shows both.
        var id = ids.Contains(draft.Id) ? NaturalKey.Service($"{draft.Slug}/{draft.ExternalId}/{draft.RowDigest}") : draft.Id;
        ids.Add(id);
        written.Add(id);
        return new(Fate.Added, id, draft with { Id = id, Slug = Free(draft.Slug) });
    }

    private Decided Change(Guid id, ServiceDraft draft, FeedFindings findings)
    {
        if (written.Add(id))
        {
            return new(Fate.Changed, id, draft);
        }

        findings.Problem("id", "Another record of the file is this same service here. The first of them counts.");
        return new(Fate.LeftOut, default, null);
    }

    private string Free(string slug)
    {
        var free = slug;
        for (var number = 2; !slugs.Add(free); number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            free = slug[..Math.Min(slug.Length, NaturalKey.MaximumSlugLength - ending.Length)].TrimEnd('-') + ending;
        }

        return free;
    }
}
