using System.Globalization;
using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>
/// Loads a file of services: all of it, or nothing when one row has a problem. A row is known again by (source, id); one that has not
/// changed since it was last applied is left alone.
/// </summary>
/// <param name="DryRun">Reads, compares and counts, and writes nothing.</param>
/// <param name="OnlyNew">Leaves every service that is already there as it is, even when its row has changed: for seeding.</param>
internal sealed record ImportListings(ImportFile File, bool DryRun, bool OnlyNew = false) : ICommand<ImportReport>
{
    /// <summary>What these files are called in <see cref="ForeignId.Source"/>.</summary>
    public const string Source = "services-csv";

    public Permission Permission => ListingsPermissions.ImportServices;
}

internal sealed class ImportListingsHandler(ListingsDbContext context, ServiceEntries entries, RecordWriter records, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<ImportListings, Outcome<ImportReport>>
{
    public async Task<Outcome<ImportReport>> Handle(ImportListings request, CancellationToken cancellationToken)
    {
        var file = ServicesFile.Read(request.File, clock.Today());
        if (file.Problems.Count > 0)
        {
            return Refused(file, file.Problems);
        }

        if (!request.DryRun)
        {
            // Two people loading the same file at once would both find nothing there. The second waits, and then finds it.
            await context.Database.LockAsync("listings.import", cancellationToken);
        }

        var (added, changed, problems) = await CompareAsync(file, request.OnlyNew, cancellationToken);
        if (problems.Count > 0)
        {
            return Refused(file, problems);
        }

        if (!request.DryRun && added.Count + changed.Count > 0)
        {
            await WriteAsync(file, added, changed, cancellationToken);
            audit.Record(context, ListingsAudit.ServicesImported, "import", null, changes:
            [
                new AuditChange("services_added", null, Words(added.Count)),
                new AuditChange("services_changed", null, Words(changed.Count)),
            ]);
            await context.SaveChangesAsync(cancellationToken);
            await Notices.NotifyAsync(context, ListingsModule.CacheTag, cancellationToken);
        }

        return new ImportReport(file.Rows, added.Count, changed.Count, file.Rows - added.Count - changed.Count, []);
    }

    private async Task WriteAsync(ServicesFile file, IReadOnlyList<ServiceDraft> added, IReadOnlyList<KnownDraft> changed, CancellationToken cancellationToken)
    {
        var contacts = file.Drafts.GroupBy(draft => draft.Organisation.Slug, StringComparer.Ordinal).ToDictionary(rows => rows.Key, WithContacts, StringComparer.Ordinal);
        var writer = new ServiceWriter(context, entries, records, ImportListings.Source, clock.Today());
        await writer.BeginAsync(cancellationToken);
        foreach (var batch in added.Chunk(ServiceWriter.BatchSize))
        {
            await writer.AddAsync([.. batch.Select(draft => draft with { Organisation = contacts[draft.Organisation.Slug] })], cancellationToken);
        }

        foreach (var batch in changed.Chunk(ServiceWriter.BatchSize))
        {
            await writer.ChangeAsync([.. batch.Select(known => known with { Draft = known.Draft with { Organisation = contacts[known.Draft.Organisation.Slug] } })], cancellationToken);
        }

        await writer.EndAsync(cancellationToken);
    }

    /// <summary>An organisation's own contacts are those that all of its rows agree on: a number of one service is not the number of who runs it.</summary>
    private static OrganisationDraft WithContacts(IEnumerable<ServiceDraft> rows) => rows.First().Organisation with
    {
        Phone = Agreed(rows.Select(row => row.Phone)),
        Email = Agreed(rows.Select(row => row.Email)),
        Website = Agreed(rows.Select(row => row.Website)),
    };

    private static string? Agreed(IEnumerable<string?> values) =>
        values.Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToArray() is [var only] ? only : null;

    private static ImportReport Refused(ServicesFile file, IReadOnlyList<ImportProblem> problems) => new(file.Rows, 0, 0, 0, problems);

    private static string Words(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<(IReadOnlyList<ServiceDraft> Added, IReadOnlyList<KnownDraft> Changed, IReadOnlyList<ImportProblem> Problems)> CompareAsync(
        ServicesFile file, bool onlyNew, CancellationToken cancellationToken)
    {
        var known = await context.ForeignIds
            .Where(id => id.Source == ImportListings.Source && id.Kind == RecordKind.Service)
            .Select(id => new { id.ExternalId, ServiceId = id.ServiceId!.Value, id.RowDigest })
            .ToDictionaryAsync(id => id.ExternalId, StringComparer.Ordinal, cancellationToken);
        var slugs = await context.Services.Select(service => service.Slug)
            .Union(context.FormerSlugs.Where(former => former.Kind == RecordKind.Service).Select(former => former.Slug))
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var areas = await context.Areas.Select(area => area.Code).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);

        List<ServiceDraft> added = [];
        List<KnownDraft> changed = [];
        List<ImportProblem> problems = [];
        foreach (var draft in file.Drafts)
        {
            problems.AddRange(draft.Areas.Where(code => !areas.Contains(code)).Select(code => new ImportProblem(
                draft.Line, "areas", $"There is no area '{code}'. Write one of: {string.Join(", ", areas.Order(StringComparer.Ordinal).Take(40))}.")));
            if (known.TryGetValue(draft.ExternalId, out var id))
            {
                if (!onlyNew && id.RowDigest != draft.RowDigest)
                {
                    changed.Add(new KnownDraft(id.ServiceId, draft));
                }
            }
            else if (!slugs.Contains(draft.ExternalId))
            {
                added.Add(draft);
            }
            else if (!onlyNew)
            {
                problems.Add(new ImportProblem(
                    draft.Line, "id", $"Another service has the address /services/{draft.ExternalId} already. Choose another id."));
            }
        }

        return (added, changed, problems);
    }
}
