using FluentValidation;
using MediatR;
using Medway.LocalOffer.Audit.Data;
using Medway.LocalOffer.Audit.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Audit.Features.Staff.SearchEntries;

/// <summary>A page of the trail, newest first.</summary>
/// <param name="Before">The last entry of the page before; null for the first page.</param>
internal sealed record SearchEntries(EntryFilter Filter, string? Before) : IQuery<EntriesFound>
{
    public const int PageSize = 25;

    /// <summary>Counting a trail of years to its end would take longer than reading the page.</summary>
    public const int MostCounted = 10_000;

    public Permission Permission => AuditPermissions.Read;
}

/// <param name="Count">At most one more than <see cref="SearchEntries.MostCounted"/>.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
internal sealed record EntriesFound(IReadOnlyList<EntryView> Entries, int Count, Guid? Next);

internal sealed class SearchEntriesValidator : AbstractValidator<SearchEntries>
{
    public SearchEntriesValidator()
    {
        RuleFor(request => request.Filter).SetValidator(new EntryFilterValidator()).OverridePropertyName("");
        RuleFor(request => request.Before).Must(text => string.IsNullOrWhiteSpace(text) || EntryFilter.Id(text) is not null)
            .WithMessage("The address of this page is not whole. Start again from the newest entries");
    }
}

internal sealed class SearchEntriesHandler(AuditDbContext context, AuditTrail trail, EventWords words)
    : IRequestHandler<SearchEntries, Outcome<EntriesFound>>
{
    public async Task<Outcome<EntriesFound>> Handle(SearchEntries request, CancellationToken cancellationToken)
    {
        var matching = request.Filter.In(context.Entries);
        var page = matching;
        var before = EntryFilter.Id(request.Before);
        if (before is { } id)
        {
            if (await context.Entries.Where(entry => entry.Id == id).Select(entry => (DateTimeOffset?)entry.At).SingleOrDefaultAsync(cancellationToken) is not { } at)
            {
                return Outcome.NotFound;
            }

            page = matching.Where(entry => entry.At < at || (entry.At == at && entry.Id.CompareTo(id) < 0));
        }

        var rows = await page.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Take(SearchEntries.PageSize + 1).ToListAsync(cancellationToken);
        var count = await matching.Take(SearchEntries.MostCounted + 1).CountAsync(cancellationToken);

        // Looking is an event too, and is saved before anything is shown: no audit row, no data.
        trail.Record(
            context,
            AuditEvents.Viewed,
            "audit_trail",
            null,
            changes: [.. request.Filter.Asked(trail), .. before is null ? Array.Empty<AuditChange>() : [new AuditChange("asked_before", null, before.ToString())]],
            personIds: request.Filter.Person is { } person ? [person] : null);
        await context.SaveChangesAsync(cancellationToken);

        var shown = rows.Take(SearchEntries.PageSize).Select(row => EntryView.Of(row, words)).ToList();
        return new EntriesFound(shown, count, rows.Count > SearchEntries.PageSize ? shown[^1].Id : null);
    }
}
