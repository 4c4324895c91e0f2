using MediatR;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.DecideErasure;

/// <summary>What would be erased and what is kept, or was: kinds and counts, and nothing of the person but a reference.</summary>
internal sealed record ViewErasure(Guid Id) : IQuery<ErasureView>
{
    public Permission Permission => PeoplePermissions.Erase;
}

internal sealed record ErasureView(ErasureRecord Erasure, string Reference, IReadOnlyList<HolderStep> Steps, bool IsOwn);

internal sealed class ViewErasureHandler(PeopleDbContext context, HeldData held, Actor actor) : IRequestHandler<ViewErasure, Outcome<ErasureView>>
{
    public async Task<Outcome<ErasureView>> Handle(ViewErasure request, CancellationToken cancellationToken)
    {
        if (await context.Erasures.AsNoTracking().SingleOrDefaultAsync(erasure => erasure.Id == request.Id, cancellationToken) is not { } erasure)
        {
            return Outcome.NotFound;
        }

        var reference = await context.Persons.Where(person => person.Id == erasure.PersonId).Select(person => person.Reference).SingleAsync(cancellationToken);
        var steps = erasure.State == ErasureState.Asked ? await held.PlanAsync(erasure.PersonId, cancellationToken) : HeldData.Read(erasure.Steps);
        return new ErasureView(erasure, reference, steps, erasure.AskedBy == actor.AccountId);
    }
}
