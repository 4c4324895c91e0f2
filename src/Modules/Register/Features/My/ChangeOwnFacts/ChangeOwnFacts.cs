using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.FactsForm;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Planning;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.My.ChangeOwnFacts;

/// <summary>What our entry says of a child, for whoever decides for the child.</summary>
internal sealed record OpenOwnFacts(Guid EntryId) : IQuery<OpenedFacts>, IReadsPeople
{
    public Permission Permission => RegisterPermissions.Say;

    public AuditEvent Event => RegisterAudit.OwnViewed;

    public string SubjectKind => RegisterEntry.Subject;

    public Guid? SubjectId => EntryId;

    public string? Purpose => PublicTask.OwnEntry.Words;
}

internal sealed class OpenOwnFactsHandler(RegisterReader reader, RegisterViewers viewers, Codes codes, IPeople people, Actor actor) : IRequestHandler<OpenOwnFacts, Outcome<OpenedFacts>>
{
    public async Task<Outcome<OpenedFacts>> Handle(OpenOwnFacts request, CancellationToken cancellationToken)
    {
        var entry = await reader.For(PublicTask.OwnEntry).AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.EntryId, cancellationToken);
        if (entry is not { IsStanding: true } || actor.PersonId is not { } person || await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is null)
        {
            return Outcome.NotFound;
        }

        var names = await people.NamesAsync([entry.ChildId], cancellationToken);
        return new OpenedFacts(entry.Id, names.TryGetValue(entry.ChildId, out var name) ? name.Given : "", OpenedFacts.Of(entry), await codes.ReadAsync(cancellationToken), [entry.ChildId]);
    }
}

/// <summary>A family changes what the entry says, and so has looked at it: the yearly check is answered too.</summary>
internal sealed record ChangeOwnFacts(Guid EntryId, EntryFacts Facts) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Say;
}

internal sealed class ChangeOwnFactsHandler(
    RegisterDbContext context, RegisterReader reader, RegisterViewers viewers, FactsWriter writer, YearlyCheck yearly, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<ChangeOwnFacts, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangeOwnFacts request, CancellationToken cancellationToken)
    {
        await context.LockEntryAsync(request.EntryId, cancellationToken);
        var entry = await reader.For(PublicTask.OwnEntry).SingleOrDefaultAsync(one => one.Id == request.EntryId, cancellationToken);
        if (entry is not { IsStanding: true } || actor.PersonId is not { } person || await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is null)
        {
            return Outcome.NotFound;
        }

        Guid[] persons = [.. new[] { entry.ChildId, person }.Distinct()];
        if (await writer.WriteAsync(entry, request.Facts, persons, cancellationToken) is { Count: > 0 } problems)
        {
            return Outcome<Done>.Reject(problems);
        }

        var isChecked = entry.State is EntryState.Live or EntryState.Lapsed;
        if (isChecked)
        {
            (entry.State, entry.ConfirmedOn) = (EntryState.Live, clock.Today());
            audit.Record(context, RegisterAudit.Confirmed, RegisterEntry.Subject, entry.Id, personIds: persons);
        }

        await context.SaveChangesAsync(cancellationToken);
        if (isChecked)
        {
            await yearly.PlanAsync(entry, cancellationToken);
        }

        return default(Done);
    }
}
