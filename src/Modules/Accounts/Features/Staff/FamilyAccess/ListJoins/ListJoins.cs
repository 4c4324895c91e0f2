using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.ListJoins;

internal sealed record ListJoins(ListQuery Query) : IQuery<Listed<JoinRow>>
{
    public Permission Permission => FamilyPermissions.DecideJoins;
}

internal sealed record JoinRow(Guid Id, JoinState State, DateTimeOffset CreatedAt, DateTimeOffset? DecidedAt);

internal sealed class ListJoinsHandler(AccountsDbContext context) : IRequestHandler<ListJoins, Outcome<Listed<JoinRow>>>
{
    public async Task<Outcome<Listed<JoinRow>>> Handle(ListJoins request, CancellationToken cancellationToken)
    {
        var joins = context.JoinRequests.AsNoTracking().Where(join => join.State != JoinState.Started);
        if (request.Query["state"] is { } state)
        {
            var wanted = Enum.Parse<JoinState>(state, ignoreCase: true);
            joins = joins.Where(join => join.State == wanted);
        }

        var sorted = request.Query.Sort == "-asked" ? joins.OrderByDescending(join => join.CreatedAt) : joins.OrderBy(join => join.CreatedAt);
        return await sorted.ThenBy(join => join.Id)
            .Select(join => new JoinRow(join.Id, join.State, join.CreatedAt, join.DecidedAt))
            .ToPageAsync(request.Query, cancellationToken);
    }
}
