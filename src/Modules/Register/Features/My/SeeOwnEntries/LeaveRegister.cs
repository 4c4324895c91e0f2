using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.My.SeeOwnEntries;

/// <summary>The family leaves. No reason is asked, and all uses end at once.</summary>
internal sealed record LeaveRegister(Guid EntryId) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Say;
}

internal sealed class LeaveRegisterHandler(RegisterDbContext context, RegisterReader reader, RegisterViewers viewers, Ending ending, Actor actor) : IRequestHandler<LeaveRegister, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(LeaveRegister request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        await context.LockEntryAsync(request.EntryId, cancellationToken);
        var entry = await reader.For(PublicTask.OwnEntry).SingleOrDefaultAsync(one => one.Id == request.EntryId, cancellationToken);
        if (entry is null || await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is null)
        {
            return Outcome.NotFound;
        }

        await ending.EndAsync(entry, EntryState.Left, "The family left", cancellationToken);
        return default(Done);
    }
}
