using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.HideResults;

internal sealed record ListHidden : IQuery<IReadOnlyList<HiddenEntry>>
{
    public Permission Permission => SearchPermissions.ChangeWords;
}

internal sealed class ListHiddenHandler(SearchDbContext context) : IRequestHandler<ListHidden, Outcome<IReadOnlyList<HiddenEntry>>>
{
    public async Task<Outcome<IReadOnlyList<HiddenEntry>>> Handle(ListHidden request, CancellationToken cancellationToken) =>
        Outcome.Ok<IReadOnlyList<HiddenEntry>>(await context.HiddenEntries.AsNoTracking().OrderBy(hidden => hidden.Title).ToListAsync(cancellationToken));
}
