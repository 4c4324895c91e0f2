using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Seeding;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>
/// The steps of signing in. Every refusal is the same and takes as long: whether the name is unknown, suspended or locked, or the password
/// wrong, nobody can tell from outside.
/// </summary>
internal sealed class SignInSteps(
    AccountsDbContext context, Sessions sessions, Tries tries, PasswordTries passwords, SecondFactors factors, IPasswordHasher<Account> hasher, DecoyHash decoy,
    AuditTrail audit, Actor actor, IHostEnvironment environment, TimeProvider clock)
{
    /// <returns>The account, with a session that shows one factor; null when it does not match.</returns>
    public async Task<Account?> SignInAsync(HttpContext http, AccountKind kind, string email, string password, CancellationToken cancellationToken)
    {
        var name = Normal(email);
        var account = await context.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == name && a.Kind == kind, cancellationToken);
        var from = http.Connection.RemoteIpAddress;
        var mayTry = await passwords.TakeAsync(account?.Id ?? Guid.Empty, from, cancellationToken) && !(account?.LockedUntil > clock.GetUtcNow());
        var isRight = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? decoy.Value, password) != PasswordVerificationResult.Failed;
        if (account is not { PasswordHash: not null } || !MayComeIn(account) || !mayTry || !isRight)
        {
            return null;
        }

        await passwords.GiveBackAsync(account.Id, from, cancellationToken);
        await FinishAsync(http, account, 1, "password", cancellationToken);
        return account;
    }

    /// <summary>A demo account, whose password lies in a file, opens nothing outside development, even where its row was left behind.</summary>
    public bool MayComeIn(Account account) => account.State == AccountState.Active && (environment.IsDevelopment() || !DemoAccounts.IsOne(account));

    /// <summary>The second step; the session with one factor gives way to a new one with two.</summary>
    public async Task<bool> ConfirmAsync(HttpContext http, SignedIn half, string? code, CancellationToken cancellationToken)
    {
        if (!await factors.TryAsync(half.AccountId, code, TriesFor.SignIn, cancellationToken))
        {
            return false;
        }

        var account = await context.Users.SingleAsync(a => a.Id == half.AccountId, cancellationToken);
        await FinishAsync(http, account, 2, "password and code", cancellationToken);
        return true;
    }

    /// <summary>Opens the session, forgets wrong tries once nothing more is asked, and writes it down.</summary>
    public async Task FinishAsync(HttpContext http, Account account, int shown, string how, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var grants = await context.Grants.Where(grant => grant.AccountId == account.Id && grant.EndedAt == null && (grant.ExpiresAt == null || grant.ExpiresAt > now))
            .ToListAsync(cancellationToken);
        var hasSecond = account.AuthenticatorKey is not null || await context.UserPasskeys.AnyAsync(key => key.UserId == account.Id, cancellationToken);

        // A role that waits asks for the second factor already: it is there when the role begins to work.
        var isIn = shown == 2 || !(hasSecond || grants.Any(grant => Roles.SeePeople.Contains(grant.Role)));
        if (isIn)
        {
            actor.SignIn(account.Kind == AccountKind.Provider ? ActorKind.Provider : ActorKind.Staff, account.Id.ToString("D"), [.. grants.Where(grant => !grant.Waits).Select(grant => grant.AsGrant())], shown);
            audit.Record(context, AccountsAudit.SignedIn, AccountsAudit.Subject, account.Id, reason: how);
        }

        await sessions.OpenAsync(http, account, shown, cancellationToken);
        if (isIn)
        {
            await tries.ForgetAsync(account.Id, cancellationToken);
            await passwords.ForgetAsync(account.Id, http.Connection.RemoteIpAddress, cancellationToken);
            DateTimeOffset? seen = now;
            await context.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSignedInAt, seen), cancellationToken);
        }
    }

    /// <summary>What the authenticator app calls the account.</summary>
    public Task<string?> NameAsync(Guid accountId, CancellationToken cancellationToken) =>
        context.Users.Where(a => a.Id == accountId).Select(a => a.UserName).SingleAsync(cancellationToken);

    public static string Normal(string email) => email.Trim().ToUpperInvariant();
}

/// <summary>A hash of nothing anybody knows, so that an unknown name costs as much time as a known one.</summary>
internal sealed class DecoyHash(IOptions<PasswordHasherOptions> options)
{
    public string Value { get; } = new PasswordHasher<Account>(options).HashPassword(null!, Guid.CreateVersion7().ToString());
}
