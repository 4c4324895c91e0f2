using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.ListRounds;

internal sealed record ListRounds(ListQuery Query) : IQuery<Listed<RoundRow>>
{
    public Permission Permission => CoDesignPermissions.Read;
}

internal sealed record RoundRow(Guid Id, string Name, RoundState State, DateOnly OpensOn, DateOnly ClosesOn, DateOnly? ReplyOn);

internal sealed class ListRoundsHandler(CoDesignDbContext context) : IRequestHandler<ListRounds, Outcome<Listed<RoundRow>>>
{
    public async Task<Outcome<Listed<RoundRow>>> Handle(ListRounds request, CancellationToken cancellationToken)
    {
        var rounds = context.Rounds.AsNoTracking();
        rounds = request.Query.Sort == "name" ? rounds.OrderBy(round => round.Name).ThenBy(round => round.Id) : rounds.OrderByDescending(round => round.OpensOn).ThenBy(round => round.Id);
        return await rounds.Select(round => new RoundRow(round.Id, round.Name, round.State, round.OpensOn, round.ClosesOn, round.ReplyOn)).ToPageAsync(request.Query, cancellationToken);
    }
}
