using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Forgets codes of yesterday, requests to join whose code nobody typed, and wrong passwords of yesterday.</summary>
internal sealed class TidyFamilyCodesJob(AccountsDbContext accounts, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    public static string Kind => "accounts.family-codes-tidy";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(1);
        await accounts.FamilyCodes.Where(code => code.AskedAt < before).ExecuteDeleteAsync(cancellationToken);
        await accounts.PasswordTries.Where(tries => tries.Since < before).ExecuteDeleteAsync(cancellationToken);
        await accounts.JoinRequests.Where(join => join.State == JoinState.Started && join.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
