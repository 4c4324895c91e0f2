using System.Security.Cryptography;
using Medway.LocalOffer.Accounts.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>What a page gives the browser, and gets back sealed beside the browser's answer.</summary>
internal sealed record PasskeyOffer(string Options, string Sealed);

/// <summary>Passkeys, which ask for a finger, a face or a PIN: two factors in one. The framework checks them; state lies sealed in the form for five minutes.</summary>
internal sealed class Passkeys(IPasskeyHandler<Account> handler, UserManager<Account> users, AccountsDbContext context, IDataProtectionProvider protection)
{
    public const int MaximumAnswer = 20_000;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector seals = protection.CreateProtector("accounts.passkey").ToTimeLimitedDataProtector();

    public async Task<PasskeyOffer> OfferSignInAsync(HttpContext http)
    {
        var options = await handler.MakeRequestOptionsAsync(null, http);
        return new(options.RequestOptionsJson, seals.Protect("get " + options.AssertionState, Life));
    }

    public async Task<PasskeyOffer> OfferNewAsync(HttpContext http, Guid accountId, string name)
    {
        var options = await handler.MakeCreationOptionsAsync(new() { Id = accountId.ToString("D"), Name = name, DisplayName = name }, http);
        return new(options.CreationOptionsJson, seals.Protect($"new {accountId:n} " + options.AttestationState, Life));
    }

    /// <returns>The account, still to be checked for its state; null when the answer is not right.</returns>
    public async Task<Account?> WhoAsync(HttpContext http, string? answer, string? @sealed)
    {
        if (StateOf(@sealed, "get ") is not { } state || answer is not { Length: > 0 and <= MaximumAnswer })
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = answer, AssertionState = state });
        if (!result.Succeeded || !result.Passkey.IsUserVerified)
        {
            return null;
        }

        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    /// <returns>The new passkey; null when the answer is not right. <see cref="AddAsync"/> keeps it.</returns>
    public async Task<UserPasskeyInfo?> NewAsync(HttpContext http, Guid accountId, string? answer, string? @sealed)
    {
        if (StateOf(@sealed, $"new {accountId:n} ") is not { } state || answer is not { Length: > 0 and <= MaximumAnswer })
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = answer, AttestationState = state });
        return result.Succeeded && result.Passkey.IsUserVerified ? result.Passkey : null;
    }

    public async Task AddAsync(Account account, UserPasskeyInfo passkey) => await users.AddOrUpdatePasskeyAsync(account, passkey);

    public Task<List<IdentityUserPasskey<Guid>>> OfAsync(Guid accountId, CancellationToken cancellationToken) =>
        context.UserPasskeys.Where(passkey => passkey.UserId == accountId).ToListAsync(cancellationToken);

    private string? StateOf(string? @sealed, string kind)
    {
        try
        {
            return seals.Unprotect(@sealed ?? "") is var text && text.StartsWith(kind, StringComparison.Ordinal) ? text[kind.Length..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
