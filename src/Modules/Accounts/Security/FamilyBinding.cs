using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Makes an access the one that its person signs in with.</summary>
internal sealed class FamilyBinding(AccountsDbContext context, IMessages messages, TimeProvider clock)
{
    /// <summary>Until the transaction ends: two invitations of one person at once would both find none to end.</summary>
    public Task OneAtATimeAsync(CancellationToken cancellationToken) =>
        context.Database.LockAsync("accounts.family-access", cancellationToken);

    /// <summary>
    /// An earlier one ends. Then documents wait a day, and the earlier contact point is told: if it was not this person's wish, there is time
    /// to say so. The caller saves.
    /// </summary>
    public async Task BindAsync(FamilyAccess access, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = await context.FamilyAccess.AsNoTracking()
            .Where(a => a.PersonId == access.PersonId && a.State == FamilyAccessState.Active && a.Id != access.Id).ToListAsync(cancellationToken);
        foreach (var earlier in before)
        {
            await EndAsync(earlier.Id, "Another contact point took its place", cancellationToken);
            access.DocumentsFrom = now + FamilyFactors.Hold;
            await TellAsync(earlier.ContactPointId, "accounts.family-contact-changed", $"family-contact-changed {access.Id} {earlier.Id}", cancellationToken);
        }

        access.State = FamilyAccessState.Active;
        access.BoundAt = now;
    }

    /// <summary>At once: a unique index allows one that is active.</summary>
    public Task<int> EndAsync(Guid accessId, string reason, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return context.FamilyAccess.Where(a => a.Id == accessId && a.State != FamilyAccessState.Ended).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.State, FamilyAccessState.Ended).SetProperty(a => a.EndedAt, now).SetProperty(a => a.Reason, reason),
            cancellationToken);
    }

    /// <summary>A message without content: it says that something changed, and to get in touch if that was somebody else.</summary>
    public Task TellAsync(Guid contactPointId, string template, string occurrence, CancellationToken cancellationToken) =>
        messages.RequestAsync(new MessageRequest(template, occurrence, contactPointId, null, new Dictionary<string, string>()), cancellationToken);
}
