using MediatR;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.ListErasures;

/// <summary>Requests to erase: those that wait come first. References only.</summary>
internal sealed record ListErasures : IQuery<IReadOnlyList<ErasureRow>>
{
    public Permission Permission => PeoplePermissions.Erase;
}

internal sealed record ErasureRow(Guid Id, string Reference, ErasureState State, DateTimeOffset AskedAt, DateTimeOffset? DecidedAt);

internal sealed class ListErasuresHandler(PeopleDbContext context) : IRequestHandler<ListErasures, Outcome<IReadOnlyList<ErasureRow>>>
{
    private const int Most = 200;

    public async Task<Outcome<IReadOnlyList<ErasureRow>>> Handle(ListErasures request, CancellationToken cancellationToken) => await (
        from erasure in context.Erasures
        join person in context.Persons on erasure.PersonId equals person.Id
        orderby erasure.State == ErasureState.Asked descending, erasure.AskedAt descending
        select new ErasureRow(erasure.Id, person.Reference, erasure.State, erasure.AskedAt, erasure.DecidedAt)).Take(Most).ToListAsync(cancellationToken);
}
