using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.ComparePeople;

/// <summary>
/// Two rows are one person, and the second is kept. No row moves: the first points to the second, and deaths, restrictions, contact points and
/// relationships of both count for the one person from now on.
/// </summary>
internal sealed record MergePeople(Guid FromId, Guid IntoId, string Reason) : ICommand<Guid>
{
    public Permission Permission => PeoplePermissions.Compare;
}

internal sealed class MergePeopleValidator : AbstractValidator<MergePeople>
{
    public MergePeopleValidator() => RuleFor(merge => merge.Reason).MustBeAReason();
}

internal sealed class MergePeopleHandler(PeopleDbContext context, AuditTrail audit, Outbox outbox, Actor actor, TimeProvider clock) : IRequestHandler<MergePeople, Outcome<Guid>>
{
    public const string Lock = "people.merge";

    public async Task<Outcome<Guid>> Handle(MergePeople request, CancellationToken cancellationToken)
    {
        // One at a time: two who merge the same rows in opposite directions would leave nobody.
        await context.Database.LockAsync(Lock, cancellationToken);
        var rows = await context.Persons
            .Where(person => person.KeptId == request.FromId || person.Id == request.FromId || person.Id == request.IntoId).ToListAsync(cancellationToken);
        var (from, into) = (rows.Find(row => row.Id == request.FromId), rows.Find(row => row.Id == request.IntoId));
        if (from is null || into is null || from.Id == into.Id)
        {
            return Outcome.NotFound;
        }

        if (from.KeptId != from.Id || into.KeptId != into.Id)
        {
            return Outcome.Conflict("One of these was put together with another record in the meantime. Look again");
        }

        if (from.Kind != into.Kind)
        {
            return Outcome.Invalid("", "One is a child and the other is not, or one works with the child. They cannot be one person");
        }

        var along = rows.Where(row => row.KeptId == from.Id && row.Id != from.Id).ToList();
        var now = clock.GetUtcNow();
        from.KeptId = into.Id;
        along.ForEach(row => row.KeptId = into.Id);
        context.Merges.Add(new MergeRecord
        {
            Id = Guid.CreateVersion7(now),
            FromId = from.Id,
            IntoId = into.Id,
            AlongIds = [.. along.Select(row => row.Id)],
            Reason = request.Reason.Trim(),
            MergedAt = now,
            MergedBy = actor.AccountId,
        });
        audit.Record(context, PeopleAudit.Merged, PeopleAudit.Subject, into.Id, request.Reason.Trim(), personIds: [from.Id, into.Id]);
        outbox.Publish(context, new PersonsMerged(from.Id, into.Id));
        await context.SaveChangesAsync(cancellationToken);
        return into.Id;
    }
}
