using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Api.OpenReferral;

/// <summary>A page of services, as Open Referral lists them.</summary>
internal sealed record ListFeedServices(FeedQuery Query) : IQuery<FeedPage<FeedService>>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <summary>One service of the feed.</summary>
internal sealed record ReadFeedService(Guid Id) : IQuery<FeedService>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <summary>Which services the feed holds, and how they are asked for.</summary>
internal static class FeedServices
{
    /// <summary>What families can find: never what was archived, merged or is still a draft.</summary>
    public static IQueryable<Service> In(ListingsDbContext context) => context.Services.Where(service => service.State == RecordState.Live);

    public static IQueryable<Service> Where(IQueryable<Service> services, FeedQuery query)
    {
        foreach (var word in query.Search.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(12))
        {
            var like = $"%{word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
            services = services.Where(service => EF.Functions.ILike(service.Name, like) || EF.Functions.ILike(service.Summary, like) || EF.Functions.ILike(service.Organisation!.Name, like));
        }

        if (query.Term is { } term)
        {
            services = FeedTaxonomies.With(services, term);
        }

        if (query.Taxonomy is { } taxonomy)
        {
            services = FeedTaxonomies.WithAnyOf(services, taxonomy);
        }

        if (query.Organization is { } organisation)
        {
            services = services.Where(service => service.OrganisationId == organisation);
        }

        // To the letter of the standard: "at least the value", "equal to or below the value".
        if (query.MinimumAge is { } minimum)
        {
            services = services.Where(service => service.AgeFrom >= minimum);
        }

        if (query.MaximumAge is { } maximum)
        {
            services = services.Where(service => service.AgeTo <= maximum);
        }

        if (query.Day is not null || query.StartTime is not null || query.EndTime is not null)
        {
            services = services.Where(service => service.Sessions.Any(session =>
                (query.Day == null || session.Day == query.Day)
                && (query.StartTime == null || session.Starts >= query.StartTime)
                && (query.EndTime == null || session.Ends <= query.EndTime)));
        }

        return services;
    }

    /// <summary>When each changed, for services that are read already.</summary>
    public static Task<Dictionary<Guid, DateTimeOffset>> ChangesAsync(ListingsDbContext context, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        context.ServiceChanges.AsNoTracking().Where(change => ids.Contains(change.ServiceId))
            .ToDictionaryAsync(change => change.ServiceId, change => change.ChangedAt, cancellationToken);

    public static async Task<List<FeedService>> ReadAsync(ListingsDbContext context, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var services = await ServiceEntries.Whole(context.Services).Where(service => ids.Contains(service.Id)).ToListAsync(cancellationToken);
        var changes = await ChangesAsync(context, ids.ToList(), cancellationToken);
        var byId = services.ToDictionary(service => service.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id => FeedMapping.Of(byId[id], changes[id]))];
    }
}

internal sealed class ListFeedServicesHandler(ListingsDbContext context) : IRequestHandler<ListFeedServices, Outcome<FeedPage<FeedService>>>
{
    public async Task<Outcome<FeedPage<FeedService>>> Handle(ListFeedServices request, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var services = FeedServices.Where(FeedServices.In(context), query);
        var rows = services.Join(context.ServiceChanges, service => service.Id, change => change.ServiceId, (service, change) => new { service.Id, service.Name, change.ChangedAt });
        if (query.ModifiedAfter is { } since)
        {
            rows = query.AfterId is { } after
                ? rows.Where(row => row.ChangedAt > since || (row.ChangedAt == since && row.Id > after))
                : rows.Where(row => row.ChangedAt > since);
        }

        var total = await rows.CountAsync(cancellationToken);
        var ordered = query.ModifiedAfter is null ? rows.OrderBy(row => row.Name).ThenBy(row => row.Id) : rows.OrderBy(row => row.ChangedAt).ThenBy(row => row.Id);
        var ids = await ordered.Skip((query.Page - 1) * query.PerPage).Take(query.PerPage).Select(row => row.Id).ToListAsync(cancellationToken);
        return FeedPage<FeedService>.Of(await FeedServices.ReadAsync(context, ids, cancellationToken), total, query.Page, query.PerPage);
    }
}

internal sealed class ReadFeedServiceHandler(ListingsDbContext context) : IRequestHandler<ReadFeedService, Outcome<FeedService>>
{
    public async Task<Outcome<FeedService>> Handle(ReadFeedService request, CancellationToken cancellationToken)
    {
        if (!await FeedServices.In(context).AnyAsync(service => service.Id == request.Id, cancellationToken))
        {
            return Outcome.NotFound;
        }

        return await FeedServices.ReadAsync(context, [request.Id], cancellationToken) is [var service] ? service : Outcome.NotFound;
    }
}
