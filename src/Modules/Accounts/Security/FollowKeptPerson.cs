using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>
/// Two records were put together, or taken apart again: each sign-in belongs to whoever People says its own record belongs to now. Asked anew each
/// time, so that events that come twice, late or in a chain end in the same.
/// </summary>
internal sealed class FollowKeptPerson(AccountsDbContext context, FamilyBinding binding, IPeople people) : IHandleEvent<PersonsMerged>, IHandleEvent<MergeUndone>
{
    public Task HandleAsync(PersonsMerged @event, CancellationToken cancellationToken) => FollowAsync([@event.FromId, @event.IntoId], cancellationToken);

    public Task HandleAsync(MergeUndone @event, CancellationToken cancellationToken) => FollowAsync([@event.FromId, @event.IntoId], cancellationToken);

    private async Task FollowAsync(IReadOnlyCollection<Guid> rows, CancellationToken cancellationToken)
    {
        await binding.OneAtATimeAsync(cancellationToken);
        var all = await context.FamilyAccess.Where(a => rows.Contains(a.PersonId) || rows.Contains(a.GivenToId!.Value)).ToListAsync(cancellationToken);
        var known = await people.FindAsync([.. all.Select(GivenTo).Distinct()], cancellationToken);
        foreach (var access in all)
        {
            var given = GivenTo(access);
            if (known.TryGetValue(given, out var person))
            {
                (access.PersonId, access.GivenToId) = (person.Id, person.Id == given ? null : given);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static Guid GivenTo(FamilyAccess access) => access.GivenToId ?? access.PersonId;
}
