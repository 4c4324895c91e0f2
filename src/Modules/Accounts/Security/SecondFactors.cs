using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Authenticator app and recovery codes.</summary>
internal sealed class SecondFactors(AccountsDbContext context, Tries tries, IDataProtectionProvider protection, IKeyedDigests digests, TimeProvider clock)
{
    private const int Codes = 8;
    private const int CodeLength = 10;

    /// <summary>No letter or digit that is easily taken for another.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /// <summary>How long the page with a new key may lie open.</summary>
    private static readonly TimeSpan SetUpTime = TimeSpan.FromMinutes(30);

    private readonly IDataProtector keys = protection.CreateProtector("accounts.authenticator-key");
    private readonly ITimeLimitedDataProtector offers = protection.CreateProtector("accounts.authenticator-offer").ToTimeLimitedDataProtector();

    /// <summary>A code of the app, or one of the recovery codes. Either works once. Counts as a try.</summary>
    public async Task<bool> TryAsync(Guid accountId, string? typed, TriesFor what, CancellationToken cancellationToken)
    {
        var code = Normal(typed);

        // Counted, and used up, even when the command that asked for it is undone.
        using var apart = OneTransaction.Apart();
        if (!await tries.TakeAsync(accountId, what, cancellationToken))
        {
            return false;
        }

        var isRight = code.Length == 6 && code.All(char.IsAsciiDigit)
            ? await SpendCodeAsync(accountId, code, cancellationToken)
            : await SpendRecoveryCodeAsync(accountId, code, cancellationToken);
        if (isRight)
        {
            await tries.GiveBackAsync(accountId, what, cancellationToken);
        }

        return isRight;
    }

    /// <summary>A new key that nothing is stored of: the form carries it, sealed for this account and half an hour.</summary>
    public (string Key, string Sealed) Offer(Guid accountId)
    {
        var key = Totp.NewKey();
        return (key, offers.Protect($"{accountId:n} {key}", SetUpTime));
    }

    public string? KeyOf(Guid accountId, string? @sealed)
    {
        try
        {
            var parts = offers.Unprotect(@sealed ?? "").Split(' ');
            return parts is [var account, var key] && account == accountId.ToString("n") ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether the app has this key; nothing is kept.</summary>
    public bool Shows(string key, string? typed) => Totp.StepOf(key, Normal(typed), clock.GetUtcNow()) is not null;

    /// <summary>Sets the key when the code proves that the app has it. The caller saves.</summary>
    public bool SetKey(Account account, string key, string? typed)
    {
        var code = Normal(typed);
        if (Totp.StepOf(key, code, clock.GetUtcNow()) is not { } step)
        {
            return false;
        }

        account.AuthenticatorKey = keys.Protect(key);
        account.LastCodeStep = step;
        return true;
    }

    /// <summary>For the demo accounts, whose key is made without an app.</summary>
    public string Protect(string key) => keys.Protect(key);

    public string CurrentCode(Account account) => Totp.CodeAt(keys.Unprotect(account.AuthenticatorKey!), clock.GetUtcNow());

    /// <returns>Eight new codes, to be shown once; the old ones are gone. The caller saves.</returns>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Guid accountId, CancellationToken cancellationToken)
    {
        context.RecoveryCodes.RemoveRange(await context.RecoveryCodes.Where(code => code.AccountId == accountId).ToListAsync(cancellationToken));
        List<string> codes = [.. Enumerable.Range(0, Codes).Select(_ => RandomNumberGenerator.GetString(Alphabet, CodeLength))];
        context.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            AccountId = accountId,
            Digest = Digest(accountId, code),
        }));
        return [.. codes.Select(code => $"{code[..5]}-{code[5..]}")];
    }

    private async Task<bool> SpendCodeAsync(Guid accountId, string code, CancellationToken cancellationToken)
    {
        var key = await context.Users.Where(a => a.Id == accountId).Select(a => a.AuthenticatorKey).SingleOrDefaultAsync(cancellationToken);
        return key is not null && Totp.StepOf(keys.Unprotect(key), code, clock.GetUtcNow()) is { } step
            && await context.Users.Where(a => a.Id == accountId && a.LastCodeStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastCodeStep, step), cancellationToken) == 1;
    }

    private async Task<bool> SpendRecoveryCodeAsync(Guid accountId, string code, CancellationToken cancellationToken)
    {
        var digest = Digest(accountId, code);
        DateTimeOffset? now = clock.GetUtcNow();
        return await context.RecoveryCodes.Where(c => c.AccountId == accountId && c.Digest == digest && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellationToken) == 1;
    }

    /// <summary>Keyed, because fifty bits can be tried out by whoever copies the table.</summary>
    private byte[] Digest(Guid accountId, string code) => digests.Of("recovery-code", Encoding.UTF8.GetBytes($"{accountId:n} {code}"));

    /// <summary>As people type and paste it: with spaces, a dash, small letters.</summary>
    private static string Normal(string? typed) =>
        new([.. (typed ?? "").Take(50).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
}
