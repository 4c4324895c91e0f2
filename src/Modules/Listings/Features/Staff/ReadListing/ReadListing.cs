using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.ReadListing;

/// <summary>One record as staff keep it.</summary>
internal sealed record ReadListing(RecordKind Kind, Guid Id) : IQuery<RecordView>
{
    public Permission Permission => ListingsPermissions.ReadRecords;
}

/// <param name="State">Null for a record that is only a draft yet.</param>
/// <param name="Draft">State of the open draft, when there is one.</param>
/// <param name="PublicPage">Where families see it.</param>
/// <param name="Care">Of a live service only.</param>
internal sealed record RecordView(
    RecordKind Kind, Guid Id, string Title, RecordState? State, RevisionState? Draft, string? PublicPage, string? ArchivedBecause, IReadOnlyList<RecordLine> Lines, ServiceCare? Care);

/// <summary>How a service is looked after.</summary>
/// <param name="Mail">Where a check is asked for; null when there is no e-mail address.</param>
internal sealed record ServiceCare(
    int Score, IReadOnlyList<QualityPoint> Points, CheckState Check, DateOnly? CheckedOn, DateOnly DueOn, DateOnly? AskedOn, string? Mail, bool KeepShown, bool HasOwner, bool IsMine,
    string? SourceUrl, string? SourceNote, IReadOnlyList<SuggestionView> Suggestions);

internal sealed record SuggestionView(Guid Id, DateTimeOffset At, string Text);

internal sealed class ReadListingHandler(ListingsDbContext context, RecordDrafts drafts, LiveRecords records, Actor actor, TimeProvider clock) : IRequestHandler<ReadListing, Outcome<RecordView>>
{
    public async Task<Outcome<RecordView>> Handle(ReadListing request, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(request.Kind, request.Id, cancellationToken) is not { } record)
        {
            return Outcome.NotFound;
        }

        var document = record.Live?.Document ?? record.Document;
        var service = request.Kind == RecordKind.Service
            ? await ServiceEntries.Whole(context.Services).SingleOrDefaultAsync(service => service.Id == request.Id, cancellationToken)
            : null;
        return new RecordView(
            request.Kind,
            request.Id,
            document.Title,
            record.Live?.State,
            record.Open?.State,
            record.Live is not { State: RecordState.Live } ? null : document switch
            {
                ServiceDocument live => "/services/" + live.Slug,
                OrganisationDocument live => "/organisations/" + live.Slug,
                _ => null,
            },
            service?.ArchivedBecause,
            RecordLines.Of(document, await records.NamesAsync(cancellationToken, document)),
            service is null ? null : await CareAsync(service, cancellationToken));
    }

    private async Task<ServiceCare> CareAsync(Service service, CancellationToken cancellationToken)
    {
        var facts = ServiceQuality.Facts(service);
        var suggestions = await context.Suggestions.AsNoTracking().Where(suggestion => suggestion.ServiceId == service.Id && suggestion.DoneAt == null)
            .OrderBy(suggestion => suggestion.At).ToListAsync(cancellationToken);
        return new ServiceCare(
            Quality.Score(facts), Quality.Of(facts),
            Freshness.StateOn(clock.Today(), service.LoadedOn, service.LastCheckedOn, service.CheckMonths), service.LastCheckedOn,
            Freshness.DueOn(service.LoadedOn, service.LastCheckedOn, service.CheckMonths), service.AskedOn, service.Email ?? service.Organisation!.Email,
            service.KeepShown, service.OwnerId is not null, service.OwnerId is not null && service.OwnerId == actor.AccountId, service.SourceUrl, service.SourceNote,
            [.. suggestions.Select(suggestion => new SuggestionView(suggestion.Id, suggestion.At, suggestion.Text))]);
    }
}
