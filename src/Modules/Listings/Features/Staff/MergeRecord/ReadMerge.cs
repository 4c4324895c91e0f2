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

namespace Medway.LocalOffer.Listings.Features.Staff.MergeRecord;

/// <summary>What a record can go into, and, once one is chosen, where the two differ.</summary>
/// <param name="Words">What the other one is called, or a part of it.</param>
internal sealed record ReadMerge(RecordKind Kind, Guid Id, Guid? Into, string? Words) : IQuery<MergeView>
{
    public const int Most = 50;

    public Permission Permission => ListingsPermissions.DecideRecords;
}

internal sealed record MergeView(string Title, IReadOnlyList<Choice> Others, string? Other, IReadOnlyList<LineChange> Differences);

internal sealed class ReadMergeHandler(ListingsDbContext context, LiveRecords records) : IRequestHandler<ReadMerge, Outcome<MergeView>>
{
    public async Task<Outcome<MergeView>> Handle(ReadMerge request, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(request.Kind, request.Id, cancellationToken) is not { } record)
        {
            return Outcome.NotFound;
        }

        var into = request.Into is { } id && id != request.Id ? await records.FindAsync(request.Kind, id, cancellationToken) : null;
        return new MergeView(
            record.Document.Title,
            request.Words is null ? [] : await OthersAsync(request, cancellationToken),
            into?.Document.Title,
            into is null ? [] : RecordLines.Between(record.Document, into.Document, await records.NamesAsync(cancellationToken, record.Document, into.Document)));
    }

    private async Task<IReadOnlyList<Choice>> OthersAsync(ReadMerge request, CancellationToken cancellationToken)
    {
        var like = Like.Containing(request.Words!);
        switch (request.Kind)
        {
            case RecordKind.Service:
                return [.. (await context.Services.AsNoTracking().Where(service => service.State == RecordState.Live && service.Id != request.Id && EF.Functions.ILike(service.Name, like))
                    .OrderBy(service => service.Name).ThenBy(service => service.Id).Take(ReadMerge.Most).Select(service => new { service.Id, service.Name, Organisation = service.Organisation!.Name })
                    .ToListAsync(cancellationToken)).Select(service => new Choice(service.Id.ToString(), service.Name, service.Organisation))];
            case RecordKind.Organisation:
                return [.. (await context.Organisations.AsNoTracking().Where(o => o.State == RecordState.Live && o.Id != request.Id && EF.Functions.ILike(o.Name, like))
                    .OrderBy(o => o.Name).ThenBy(o => o.Id).Take(ReadMerge.Most).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken)).Select(o => new Choice(o.Id.ToString(), o.Name))];
            default:
                return [.. (await context.Places.AsNoTracking()
                    .Where(place => place.State == RecordState.Live && place.Id != request.Id
                        && (EF.Functions.ILike(place.Name ?? "", like) || EF.Functions.ILike(place.Address ?? "", like) || EF.Functions.ILike(place.Postcode ?? "", like)))
                    .OrderBy(place => place.Name).ThenBy(place => place.Id).Take(ReadMerge.Most).ToListAsync(cancellationToken))
                    .Select(place => new Choice(place.Id.ToString(), CardWords.FullPlace(ServiceSearchEntry.Words(place)) ?? "A place without a name"))];
        }
    }
}
