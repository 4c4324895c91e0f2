using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Register.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewEntry;

/// <summary>
/// A second form for a child who is on the register, as from the other parent. What it says is said on the entry that stands, with its own day and giver:
/// where the two do not agree the use is held, and nothing is shared. What it says of the child is put beside what stands (<see cref="TwoForms"/>).
/// </summary>
internal sealed record JoinTwoForms(Guid Id) : ICommand<Guid>
{
    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed class JoinTwoFormsHandler(RegisterDbContext context, RegisterReader reader, Ending ending, Recalls recalls, OtherSchool otherSchool, IPeople people, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<JoinTwoForms, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(JoinTwoForms request, CancellationToken cancellationToken)
    {
        await context.LockEntryAsync(request.Id, cancellationToken);
        if (await reader.For(PublicTask.KeepTheRegister).SingleOrDefaultAsync(entry => entry.Id == request.Id, cancellationToken) is not { } second)
        {
            return Outcome.NotFound;
        }

        await context.LockChildAsync(await people.KeptAsync(second.ChildId, cancellationToken), cancellationToken);
        var records = await people.RecordsOfAsync(second.ChildId, cancellationToken);
        var first = await reader.For(PublicTask.KeepTheRegister).FirstOrDefaultAsync(
            other => other.Id != second.Id && records.Contains(other.ChildId) && (other.State == EntryState.Live || other.State == EntryState.Lapsed), cancellationToken);
        if (second.State != EntryState.Received || first is null)
        {
            return Outcome.Conflict("There is no other entry of this child that stands. Look at it again");
        }

        if (second.Evidence is null)
        {
            return Outcome.Invalid("", "Nobody has seen that the second person decides for the child. Record what you saw first");
        }

        await context.LockEntryAsync(first.Id, cancellationToken);
        var schoolBefore = first.SchoolKey;
        var changed = TwoForms.Add(first, second);
        foreach (var said in await reader.HistoryAsync(second.Id, cancellationToken))
        {
            context.Add(new ConsentEvent
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                EntryId = first.Id,
                Purpose = said.Purpose,
                Recipient = said.Recipient,
                RecipientName = said.RecipientName,
                SchoolKey = TwoForms.SchoolOf(said, first, second),
                Decision = said.Decision,
                GiverId = said.GiverId,
                Capacity = said.Capacity,
                Channel = said.Channel,
                WordingId = said.WordingId,
                At = said.At,
                RecordedBy = actor.Id,
            });
        }

        if (changed.Count > 0)
        {
            audit.Record(
                context, RegisterAudit.Changed, RegisterEntry.Subject, first.Id, personIds: [.. new[] { first.ChildId, first.ApplicantId, second.ApplicantId }.Distinct()],
                changes: [.. changed.Select(field => new AuditChange(field, null, "changed"))]);
        }

        second.StandsInId = first.Id;
        await ending.EndAsync(second, EntryState.Duplicate, "The same child was on the register already", cancellationToken);
        if (first.SchoolKey == schoolBefore)
        {
            await recalls.LookAsync(first, cancellationToken);
        }
        else
        {
            await otherSchool.FollowAsync(first, schoolBefore, cancellationToken);
        }

        return first.Id;
    }
}
