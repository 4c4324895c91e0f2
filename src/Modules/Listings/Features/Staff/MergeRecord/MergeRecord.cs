using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.MergeRecord;

/// <summary>Two records turn out to be one: the first goes into the second, and all that pointed at the first points at the second.</summary>
internal sealed record MergeRecord(RecordKind Kind, Guid Id, Guid Into) : ICommand<Done>
{
    public Permission Permission => ListingsPermissions.DecideRecords;
}

internal sealed class MergeRecordHandler(ListingsDbContext context, RecordDrafts drafts, RecordWriter writer, AuditTrail audit) : IRequestHandler<MergeRecord, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(MergeRecord request, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(request.Kind, request.Id, cancellationToken) is not { Live: { } live } record)
        {
            return Outcome.NotFound;
        }

        if (request.Into == request.Id)
        {
            return Outcome.Invalid(nameof(request.Into), "This is the same one. Choose another");
        }

        if (await drafts.FindAsync(request.Kind, request.Into, cancellationToken) is not { Live: { State: RecordState.Live } } into)
        {
            return Outcome.Invalid(nameof(request.Into), $"There is no live {RecordThings.Word(request.Kind)} like this. Choose one from the list");
        }

        if (live.State != RecordState.Live || record.Open is not null || into.Open is not null)
        {
            return Outcome.Conflict("One of the two has an open draft, or is archived. Decide that first");
        }

        switch (request.Kind)
        {
            case RecordKind.Service:
                await context.Services.Where(service => service.MergedIntoId == request.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(service => service.MergedIntoId, request.Into), cancellationToken);
                var service = await context.Services.SingleAsync(service => service.Id == request.Id, cancellationToken);
                (service.State, service.MergedIntoId) = (RecordState.Merged, request.Into);
                break;
            case RecordKind.Organisation:
                await context.Organisations.Where(organisation => organisation.MergedIntoId == request.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(organisation => organisation.MergedIntoId, request.Into), cancellationToken);
                await context.Services.Where(service => service.OrganisationId == request.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(service => service.OrganisationId, request.Into), cancellationToken);
                var organisation = await context.Organisations.SingleAsync(organisation => organisation.Id == request.Id, cancellationToken);
                (organisation.State, organisation.MergedIntoId) = (RecordState.Merged, request.Into);
                break;
            default:
                await MovePlaceAsync(request, cancellationToken);
                break;
        }

        // Addresses that led here lead on in one step, however often that one is merged again.
        await context.FormerSlugs.Where(former => former.Kind == request.Kind && former.RecordId == request.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(former => former.RecordId, request.Into), cancellationToken);
        audit.Record(context, ListingsAudit.RecordsMerged, RecordThings.Word(request.Kind), request.Id, changes: [new AuditChange("merged_into", null, request.Into.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        await writer.RefreshAsync(request.Kind, request.Id, cancellationToken);
        await writer.RefreshAsync(request.Kind, request.Into, cancellationToken);
        return default(Done);
    }

    private async Task MovePlaceAsync(MergeRecord request, CancellationToken cancellationToken)
    {
        await context.Places.Where(place => place.MergedIntoId == request.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(place => place.MergedIntoId, request.Into), cancellationToken);
        await context.ServicePlaces.Where(used => used.PlaceId == request.Id && context.ServicePlaces.Any(other => other.ServiceId == used.ServiceId && other.PlaceId == request.Into))
            .ExecuteDeleteAsync(cancellationToken);
        await context.ServicePlaces.Where(used => used.PlaceId == request.Id).ExecuteUpdateAsync(set => set.SetProperty(used => used.PlaceId, request.Into), cancellationToken);
        await context.Sessions.Where(session => session.PlaceId == request.Id).ExecuteUpdateAsync(set => set.SetProperty(session => session.PlaceId, request.Into), cancellationToken);
        var place = await context.Places.SingleAsync(place => place.Id == request.Id, cancellationToken);
        (place.State, place.MergedIntoId) = (RecordState.Merged, request.Into);
    }
}
