using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordReviewParts;

/// <summary>What is written down of a review meeting. Shows the record's reference and nobody's name.</summary>
internal sealed record SeeReviewParts(Guid RecordId, Guid EventId) : IQuery<ReviewPartsView>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed record ReviewPartsView(string Reference, DateOnly HeldOn, IReadOnlyList<ReviewAgency> Came, IReadOnlyList<ReviewAgency> SentReport);

internal sealed class SeeReviewPartsHandler(EhcpDbContext context) : IRequestHandler<SeeReviewParts, Outcome<ReviewPartsView>>
{
    public async Task<Outcome<ReviewPartsView>> Handle(SeeReviewParts request, CancellationToken cancellationToken)
    {
        var held = await (
            from one in context.Events.AsNoTracking()
            join record in context.Records on one.RecordId equals record.Id
            where one.Id == request.EventId && one.RecordId == request.RecordId && one.Kind == EventKind.ReviewMeetingHeld && one.WithdrawnAt == null
            select new { record.Reference, one.HappenedOn }).SingleOrDefaultAsync(cancellationToken);
        if (held is null)
        {
            return Outcome.NotFound;
        }

        var parts = await context.ReviewParts.AsNoTracking().Where(part => part.EventId == request.EventId && part.ReplacedAt == null).OrderBy(part => part.Agency).ToListAsync(cancellationToken);
        return new ReviewPartsView(
            held.Reference, held.HappenedOn, [.. parts.Where(part => part.Came).Select(part => part.Agency)], [.. parts.Where(part => part.SentReport).Select(part => part.Agency)]);
    }
}
