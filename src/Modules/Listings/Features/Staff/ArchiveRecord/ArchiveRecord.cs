using FluentValidation;
using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.ArchiveRecord;

/// <summary>Takes a record away from families, or brings it back. It stays stored, and its address says that it has gone.</summary>
/// <param name="Back">Brings it back.</param>
internal sealed record ArchiveRecord(RecordKind Kind, Guid Id, bool Back, string Reason) : ICommand<Done>
{
    public Permission Permission => ListingsPermissions.DecideRecords;
}

internal sealed class ArchiveRecordValidator : AbstractValidator<ArchiveRecord>
{
    public ArchiveRecordValidator() => RuleFor(archive => archive.Reason).NotEmpty().WithMessage("Write why")
        .MaximumLength(Limits.Note).WithMessage($"Write {Limits.Note} letters or fewer");
}

internal sealed class ArchiveRecordHandler(ListingsDbContext context, RecordDrafts drafts, RecordWriter writer, AuditTrail audit) : IRequestHandler<ArchiveRecord, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ArchiveRecord request, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(request.Kind, request.Id, cancellationToken) is not { Live: { } live } record)
        {
            return Outcome.NotFound;
        }

        if (live.State != (request.Back ? RecordState.Archived : RecordState.Live))
        {
            return Outcome.Conflict("Somebody else did this a moment ago. Look at it again");
        }

        if (record.Open is not null)
        {
            return Outcome.Conflict("A draft of it is open. Decide that first, or throw it away");
        }

        if (!request.Back && await UsersAsync(request, cancellationToken) is > 0 and var users)
        {
            return Outcome.Conflict($"{users} live {(users == 1 ? "service needs" : "services need")} it. Change or archive those first");
        }

        var state = request.Back ? RecordState.Live : RecordState.Archived;
        var reason = request.Reason.Trim();
        switch (request.Kind)
        {
            case RecordKind.Service:
                var service = await context.Services.SingleAsync(service => service.Id == request.Id, cancellationToken);
                if (request.Back && await context.Organisations.AnyAsync(o => o.Id == service.OrganisationId && o.State != RecordState.Live, cancellationToken))
                {
                    return Outcome.Conflict("Whoever runs it is archived. Bring that back first");
                }

                service.State = state;
                service.ArchivedBecause = request.Back ? null : reason;
                break;
            case RecordKind.Organisation:
                (await context.Organisations.SingleAsync(organisation => organisation.Id == request.Id, cancellationToken)).State = state;
                break;
            default:
                (await context.Places.SingleAsync(place => place.Id == request.Id, cancellationToken)).State = state;
                break;
        }

        audit.Record(context, request.Back ? ListingsAudit.RecordBrought : ListingsAudit.RecordArchived, RecordThings.Word(request.Kind), request.Id, reason);
        await context.SaveChangesAsync(cancellationToken);
        await writer.RefreshAsync(request.Kind, request.Id, cancellationToken);
        return default(Done);
    }

    /// <summary>Live services that would be left without who runs them or where they are.</summary>
    private async Task<int> UsersAsync(ArchiveRecord request, CancellationToken cancellationToken) => request.Kind switch
    {
        RecordKind.Organisation => await context.Services.CountAsync(service => service.OrganisationId == request.Id && service.State == RecordState.Live, cancellationToken),
        RecordKind.Place => await context.Services.CountAsync(service => service.State == RecordState.Live && service.Places.Any(place => place.PlaceId == request.Id), cancellationToken),
        _ => 0,
    };
}
