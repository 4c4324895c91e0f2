using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Register.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Joining;

/// <summary>Forgets forms that nobody came back to, and receipts that have been there long enough to be taken home.</summary>
internal sealed class ForgetDraftsJob(RegisterDbContext register, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public static string Kind => "register.drafts-forget";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await register.Drafts.Where(draft => draft.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
