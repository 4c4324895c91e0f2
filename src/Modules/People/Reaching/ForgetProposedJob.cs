using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Reaching;

/// <summary>Forgets what somebody typed who asked to join and whom nobody has let in.</summary>
internal sealed class ForgetProposedJob(PeopleDbContext people, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Longer than any request to join should wait for its officer.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public static string Kind => "people.proposed-contacts-forget";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Kept;
        await people.Contacts.Where(contact => contact.State == ContactState.Proposed && contact.ChangedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
