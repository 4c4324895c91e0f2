using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Links;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.ListBrokenLinks;

/// <summary>Addresses of other sites that failed often enough to count, or all that the filter asks for.</summary>
internal sealed record ListBrokenLinks(ListQuery Query) : IQuery<Listed<LinkRow>>
{
    public Permission Permission => ContentPermissions.Addresses;
}

internal sealed record LinkRow(
    string Address, short Failures, string? Problem, string? MovedTo, DateTimeOffset? FailingSince, DateTimeOffset? TriedAt, IReadOnlyList<LinkPlaceRow> Places)
{
    public bool IsBroken => Failures >= CheckedLink.Strikes;
}

internal sealed record LinkPlaceRow(string Title, string Href, string? Owner);

internal sealed class ListBrokenLinksHandler(ContentDbContext context) : IRequestHandler<ListBrokenLinks, Outcome<Listed<LinkRow>>>
{
    public async Task<Outcome<Listed<LinkRow>>> Handle(ListBrokenLinks request, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var links = context.Set<CheckedLink>().AsNoTracking();
        links = query["state"] switch
        {
            "all" => links,
            "failing" => links.Where(link => link.Failures > 0 && link.Failures < CheckedLink.Strikes),
            "moved" => links.Where(link => link.MovedTo != null),
            _ => links.Where(link => link.Failures >= CheckedLink.Strikes),
        };
        var sorted = query.Sort switch
        {
            "address" => links.OrderBy(link => link.WebAddress),
            "-address" => links.OrderByDescending(link => link.WebAddress),
            "-since" => links.OrderByDescending(link => link.FailingSince),
            _ => links.OrderBy(link => link.FailingSince),
        };
        return await sorted.ThenBy(link => link.Id)
            .Select(link => new LinkRow(
                link.WebAddress, link.Failures, link.Problem, link.MovedTo, link.FailingSince, link.TriedAt,
                link.Places.OrderBy(place => place.Title).Select(place => new LinkPlaceRow(place.Title, place.Href, place.Owner)).ToList()))
            .ToPageAsync(query, cancellationToken);
    }
}
