using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>
/// Asks again, inside a session, before what lets somebody in is changed: a session that was left open, or whose key was copied, must not be
/// enough to make a way in that stays.
/// </summary>
internal sealed class FreshProof(AccountsDbContext context, SecondFactors factors, Tries tries, IPasswordHasher<Account> hasher)
{
    public const string Refusal = "That is not right, was used before, or there were too many wrong tries. After 5 wrong tries you must wait 15 minutes";

    public async Task<bool> HasAppAsync(Guid accountId, CancellationToken cancellationToken)
    {
        using var apart = OneTransaction.Apart();
        return await context.Users.AnyAsync(a => a.Id == accountId && a.AuthenticatorKey != null, cancellationToken);
    }

    /// <summary>A code of the app, or a recovery code; the password where there is no app.</summary>
    public async Task<bool> IsRightAsync(Guid accountId, string? typed, CancellationToken cancellationToken) =>
        await HasAppAsync(accountId, cancellationToken)
            ? await factors.TryAsync(accountId, typed, TriesFor.InsideSession, cancellationToken)
            : await IsPasswordAsync(accountId, typed ?? "", cancellationToken);

    public async Task<bool> IsPasswordAsync(Guid accountId, string password, CancellationToken cancellationToken)
    {
        // A wrong try stays counted although the command is undone.
        using var apart = OneTransaction.Apart();
        var hash = await context.Users.Where(a => a.Id == accountId).Select(a => a.PasswordHash).SingleAsync(cancellationToken);
        if (!await tries.TakeAsync(accountId, TriesFor.InsideSession, cancellationToken) || password.Length > PasswordRules.Longest || hash is null
            || hasher.VerifyHashedPassword(null!, hash, password) == PasswordVerificationResult.Failed)
        {
            return false;
        }

        await tries.GiveBackAsync(accountId, TriesFor.InsideSession, cancellationToken);
        return true;
    }
}
