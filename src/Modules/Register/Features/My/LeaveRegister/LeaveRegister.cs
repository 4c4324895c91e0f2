using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.My.LeaveRegister;

/// <summary>Asks once more, for whoever decides about the entry today.</summary>
internal sealed record OpenLeaving(Guid EntryId) : IQuery<Leaving>, IReadsPeople
{
    public Permission Permission => RegisterPermissions.Say;

    public AuditEvent Event => RegisterAudit.OwnViewed;

    public string SubjectKind => RegisterEntry.Subject;

    public Guid? SubjectId => EntryId;

    public string? Purpose => PublicTask.OwnEntry.Words;
}

/// <param name="Decides">From 16 on a parent does not end what is the young person's.</param>
internal sealed record Leaving(string Name, string Reference, bool Decides, IReadOnlyList<Guid> PersonIds) : IShowsPeople
{
    public override string ToString() => nameof(Leaving);
}

internal sealed class OpenLeavingHandler(RegisterReader reader, RegisterViewers viewers, IPeople people, Actor actor) : IRequestHandler<OpenLeaving, Outcome<Leaving>>
{
    public async Task<Outcome<Leaving>> Handle(OpenLeaving request, CancellationToken cancellationToken)
    {
        var entry = await reader.For(PublicTask.OwnEntry).AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.EntryId, cancellationToken);
        if (entry is not { IsStanding: true } || actor.PersonId is not { } person || await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is not { } capacity)
        {
            return Outcome.NotFound;
        }

        var names = await people.NamesAsync([entry.ChildId], cancellationToken);
        return new Leaving(
            names.TryGetValue(entry.ChildId, out var name) ? name.Given : "", entry.Reference, await viewers.DecidesAsync(capacity, entry.ChildId, cancellationToken), [entry.ChildId]);
    }
}

/// <summary>The family leaves, by whoever decides about the entry today. No reason is asked, and all uses end at once.</summary>
internal sealed record LeaveRegister(Guid EntryId) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Say;
}

internal sealed class LeaveRegisterHandler(RegisterDbContext context, RegisterReader reader, RegisterViewers viewers, Ending ending, Actor actor) : IRequestHandler<LeaveRegister, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(LeaveRegister request, CancellationToken cancellationToken)
    {
        await context.LockEntryAsync(request.EntryId, cancellationToken);
        var entry = await reader.For(PublicTask.OwnEntry).SingleOrDefaultAsync(one => one.Id == request.EntryId, cancellationToken);
        if (entry is null || actor.PersonId is not { } person || await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is not { } capacity)
        {
            return Outcome.NotFound;
        }

        if (!await viewers.DecidesAsync(capacity, entry.ChildId, cancellationToken))
        {
            return Outcome.Invalid("", "From 16 on the young person chooses. They can leave on their own page, or call us. Nothing has changed");
        }

        await ending.EndAsync(entry, EntryState.Left, "The family left", cancellationToken);
        return default(Done);
    }
}
