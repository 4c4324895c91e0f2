using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff;

/// <summary>What a form for a record is made of.</summary>
/// <param name="Id">Null for a new record.</param>
/// <param name="Mine">What somebody typed, to set against what stands; null when the form is only opened.</param>
internal sealed record ReadForm(RecordKind Kind, Guid? Id, RecordDocument? Mine = null) : IQuery<FormParts>
{
    /// <summary>More than a council has; keeps a form from growing without end.</summary>
    public const int MostChoices = 2000;

    public Permission Permission => ListingsPermissions.EditRecords;
}

/// <param name="Document">Null for a new record.</param>
/// <param name="Stamp">What the form carries.</param>
/// <param name="HasDraft">A draft is open.</param>
/// <param name="Theirs">What stands in the database where it differs from what was typed.</param>
internal sealed record FormParts(
    RecordDocument? Document, string Stamp, bool HasDraft, IReadOnlyList<Choice> Organisations, IReadOnlyList<Choice> Places, IReadOnlyList<Choice> Areas,
    IReadOnlyList<LineChange> Theirs);

internal sealed class ReadFormHandler(ListingsDbContext context, RecordDrafts drafts, LiveRecords records) : IRequestHandler<ReadForm, Outcome<FormParts>>
{
    public async Task<Outcome<FormParts>> Handle(ReadForm request, CancellationToken cancellationToken)
    {
        var record = request.Id is { } id ? await drafts.FindAsync(request.Kind, id, cancellationToken) : null;
        if (request.Id is not null && record is null)
        {
            return Outcome.NotFound;
        }

        IReadOnlyList<Choice> organisations = [];
        IReadOnlyList<Choice> places = [];
        IReadOnlyList<Choice> areas = [];
        if (request.Kind == RecordKind.Service)
        {
            organisations = [.. (await context.Organisations.AsNoTracking().Where(o => o.State == RecordState.Live).OrderBy(o => o.Name).ThenBy(o => o.Id).Take(ReadForm.MostChoices)
                .Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken)).Select(o => new Choice(o.Id.ToString(), o.Name))];
            places = [.. (await context.Places.AsNoTracking().Where(place => place.State == RecordState.Live).OrderBy(place => place.Name).ThenBy(place => place.Id)
                .Take(ReadForm.MostChoices).ToListAsync(cancellationToken)).Select(place => new Choice(place.Id.ToString(), CardWords.FullPlace(ServiceSearchEntry.Words(place)) ?? "A place without a name"))];
            areas = [.. (await context.Areas.AsNoTracking().ToListAsync(cancellationToken)).OrderBy(area => area.Kind).ThenBy(area => area.Name, StringComparer.Ordinal)
                .Select(area => new Choice(area.Code, area.Name))];
        }

        IReadOnlyList<LineChange> theirs = record is null || request.Mine is null
            ? []
            : RecordLines.Between(record.Document, request.Mine, await records.NamesAsync(cancellationToken, record.Document, request.Mine));
        return new FormParts(record?.Document, record?.Stamp ?? "", record?.Open is not null, organisations, places, areas, theirs);
    }
}
