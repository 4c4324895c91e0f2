using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.PutFirst;

internal sealed record ListBets : IQuery<IReadOnlyList<BetRow>>
{
    public Permission Permission => SearchPermissions.ChangeWords;
}

/// <param name="Title">Null when the page is there no more.</param>
internal sealed record BetRow(Guid Id, string Words, string? Title, string? Url, string Why);

internal sealed class ListBetsHandler(SearchDbContext context) : IRequestHandler<ListBets, Outcome<IReadOnlyList<BetRow>>>
{
    public async Task<Outcome<IReadOnlyList<BetRow>>> Handle(ListBets request, CancellationToken cancellationToken) => Outcome.Ok<IReadOnlyList<BetRow>>(
        await (from bet in context.BestBets.AsNoTracking()
               join entry in context.Entries on bet.EntryId equals entry.Id into entries
               from entry in entries.DefaultIfEmpty()
               orderby bet.Words, bet.Position
               select new BetRow(bet.Id, bet.Words, entry.Title, entry.Url, bet.Why)).ToListAsync(cancellationToken));
}
