using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Api.OpenReferral;

/// <summary>A page of organisations that run at least one service of the feed.</summary>
internal sealed record ListFeedOrganizations(FeedQuery Query) : IQuery<FeedPage<FeedOrganization>>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <summary>One organisation of the feed.</summary>
internal sealed record ReadFeedOrganization(Guid Id) : IQuery<FeedOrganization>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class FeedOrganizationsHandler(ListingsDbContext context)
    : IRequestHandler<ListFeedOrganizations, Outcome<FeedPage<FeedOrganization>>>, IRequestHandler<ReadFeedOrganization, Outcome<FeedOrganization>>
{
    private IQueryable<Organisation> Published => context.Organisations.AsNoTracking()
        .Where(organisation => organisation.State == RecordState.Live
            && context.Services.Any(service => service.OrganisationId == organisation.Id && service.State == RecordState.Live));

    public async Task<Outcome<FeedPage<FeedOrganization>>> Handle(ListFeedOrganizations request, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var total = await Published.CountAsync(cancellationToken);
        var rows = await Published.OrderBy(organisation => organisation.Name).ThenBy(organisation => organisation.Id)
            .Skip((query.Page - 1) * query.PerPage).Take(query.PerPage).ToListAsync(cancellationToken);
        return FeedPage<FeedOrganization>.Of([.. rows.Select(row => FeedMapping.Of(row))], total, query.Page, query.PerPage);
    }

    public async Task<Outcome<FeedOrganization>> Handle(ReadFeedOrganization request, CancellationToken cancellationToken) =>
        await Published.SingleOrDefaultAsync(organisation => organisation.Id == request.Id, cancellationToken) is { } found ? FeedMapping.Of(found) : Outcome.NotFound;
}
