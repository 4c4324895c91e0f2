using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewEntry;

/// <summary>The entry goes on the register: an officer has seen who decides, and nobody on the register is the same child.</summary>
internal sealed record PutLive(Guid Id) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed class PutLiveHandler(
    RegisterDbContext context, RegisterReader reader, IPeople people, INewPeople newPeople, YearlyCheck yearly, Birthdays birthdays, IMessages messages, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<PutLive, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(PutLive request, CancellationToken cancellationToken)
    {
        await context.LockEntryAsync(request.Id, cancellationToken);
        if (await reader.For(PublicTask.KeepTheRegister).SingleOrDefaultAsync(entry => entry.Id == request.Id, cancellationToken) is not { } entry)
        {
            return Outcome.NotFound;
        }

        if (entry.State != EntryState.Received)
        {
            return Outcome.Conflict("This entry is not waiting any more. Look at it again");
        }

        if ((await people.FindAsync([entry.ChildId], cancellationToken)).GetValueOrDefault(entry.ChildId) is not { DiedOn: null, BornOn: { } born } child)
        {
            return Outcome.Invalid("", "People has no living child with a birth date for this entry. Look at the child’s record first");
        }

        await context.LockChildAsync(child.Id, cancellationToken);
        if (await WhyNotAsync(entry, born, cancellationToken) is { } reason)
        {
            return Outcome.Invalid("", reason);
        }

        (entry.State, entry.LiveOn) = (EntryState.Live, clock.Today());
        audit.Record(context, RegisterAudit.PutLive, RegisterEntry.Subject, entry.Id, personIds: [.. new[] { child.Id, entry.ApplicantId }.Distinct()]);
        await context.SaveChangesAsync(cancellationToken);
        await yearly.PlanAsync(entry, cancellationToken);
        await birthdays.PlanAsync(entry, born, cancellationToken);
        await messages.RequestAsync(entry.Update("live", "Your form is checked. You are on the list now. On your page you can see what we hold and change your mind."), cancellationToken);
        return default(Done);
    }

    private async Task<string?> WhyNotAsync(RegisterEntry entry, DateOnly born, CancellationToken cancellationToken)
    {
        if (entry.Evidence is null)
        {
            return "Nobody has seen who decides for the child yet. Record what you saw first";
        }

        if (RegisterAges.Problem(born, clock.Today()) is { } problem)
        {
            return problem;
        }

        if ((await newPeople.AlikeAsync(entry.ChildId, cancellationToken)).Count > 0)
        {
            return "Another record may be the same child. Compare the two first: one person, or two?";
        }

        var records = await people.RecordsOfAsync(entry.ChildId, cancellationToken);
        return await reader.For(PublicTask.KeepTheRegister).AnyAsync(
            other => other.Id != entry.Id && records.Contains(other.ChildId) && (other.State == EntryState.Live || other.State == EntryState.Lapsed), cancellationToken)
            ? "This child is on the register already. Press “Same child” below: what this form says is added there, and nothing is lost"
            : null;
    }
}
