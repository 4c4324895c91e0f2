using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.RemovePacks;

internal sealed record ListPacks(ListQuery Query) : IQuery<Listed<PackRow>>
{
    public Permission Permission => SearchPermissions.ChangeWords;
}

internal sealed record PackRow(string Code, string Title, string Note, int Services, DateOnly MadeOn);

internal sealed class ListPacksHandler(SearchDbContext context) : IRequestHandler<ListPacks, Outcome<Listed<PackRow>>>
{
    public async Task<Outcome<Listed<PackRow>>> Handle(ListPacks request, CancellationToken cancellationToken) => await context.Packs.AsNoTracking()
        .OrderByDescending(pack => pack.MadeOn).ThenBy(pack => pack.Code)
        .Select(pack => new PackRow(pack.Code, pack.Title, pack.Note, pack.Slugs.Length, pack.MadeOn))
        .ToPageAsync(request.Query, cancellationToken);
}
