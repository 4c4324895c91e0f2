using System.Net;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>A browser that is signed in, through the product's own sessions, and the account that it is signed in as.</summary>
/// <param name="Client">Keeps cookies; follows no redirect.</param>
/// <param name="AccountId">Of a fresh account.</param>
public sealed record SignedInClient(HttpClient Client, Guid AccountId) : IDisposable
{
    public void Dispose() => Client.Dispose();
}

/// <summary>Sign-in for tests of any module.</summary>
public static class SigningIn
{
    /// <summary>A fresh active member of staff, signed in with two factors, who holds these roles.</summary>
    public static async Task<HttpClient> SignInAsync(this App app, params Grant[] grants) =>
        (await app.SignInWithAsync(ActorKind.Staff, grants)).Client;

    /// <summary>The same with one role without a limit; the role Provider gives a provider's account.</summary>
    public static async Task<HttpClient> SignInAsAsync(this App app, string role) => (await app.SignInWithAsync(
        role == Roles.Provider ? ActorKind.Provider : ActorKind.Staff, [new Grant(role, Scope.Everything)])).Client;

    /// <param name="app">The host.</param>
    /// <param name="kind">Staff or Provider.</param>
    /// <param name="grants">What the account holds.</param>
    /// <param name="factors">1 for somebody who gave only a password.</param>
    public static async Task<SignedInClient> SignInWithAsync(this App app, ActorKind kind, IReadOnlyList<Grant> grants, int factors = 2)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        var now = app.Clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var email = $"{id:n}@example.org";
        var account = new Account
        {
            Id = id,
            Kind = kind == ActorKind.Provider ? AccountKind.Provider : AccountKind.Staff,
            State = AccountState.Active,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            SecurityStamp = Guid.CreateVersion7(now).ToString("n"),
            DisplayName = "Test Account",
            CreatedAt = now,
        };
        context.Users.Add(account);
        context.Grants.AddRange(grants.Select(grant => new RoleGrant
        {
            Id = Guid.CreateVersion7(now),
            AccountId = id,
            Role = grant.Role,
            ScopeKind = grant.Scope.Kind,
            ScopeId = grant.Scope.Id,
            GivenAt = now,
            Reason = "A test asked for it",
        }));
        var key = await scope.ServiceProvider.GetRequiredService<Sessions>().CreateAsync(account, factors, CancellationToken.None);
        return new SignedInClient(app.CreateClientWith(SessionCookie(key)), id);
    }

    /// <summary>For a real browser: the session cookie of a fresh account that holds this role without a limit, with two factors, and a password where one is given.</summary>
    public static Task<Cookie> SessionCookieAsAsync(this App app, string role, string? password = null) => app.SessionCookieAsync(new Grant(role, Scope.Everything), password);

    /// <inheritdoc cref="SessionCookieAsAsync"/>
    public static async Task<Cookie> SessionCookieAsync(this App app, Grant grant, string? password = null)
    {
        var kind = grant.Role == Roles.Provider ? ActorKind.Provider : ActorKind.Staff;
        using var signedIn = await app.SignInWithAsync(kind, [grant]);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var account = await scope.ServiceProvider.GetRequiredService<AccountsDbContext>().Users.FindAsync(signedIn.AccountId)
            ?? throw new InvalidOperationException("There is no such account.");
        if (password is not null)
        {
            account.PasswordHash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, password);
        }

        return SessionCookie(await scope.ServiceProvider.GetRequiredService<Sessions>().CreateAsync(account, factors: 2, CancellationToken.None));
    }

    /// <summary>The same account signs in once more, in a browser that has these other cookies.</summary>
    public static async Task<HttpClient> SignInAgainAsync(this App app, Guid accountId, params IReadOnlyList<Cookie> others)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var account = await scope.ServiceProvider.GetRequiredService<AccountsDbContext>().Users.FindAsync(accountId)
            ?? throw new InvalidOperationException("There is no such account.");
        var key = await scope.ServiceProvider.GetRequiredService<Sessions>().CreateAsync(account, factors: 2, CancellationToken.None);
        return app.CreateClientWith([SessionCookie(key), .. others]);
    }

    private static Cookie SessionCookie(string key) => new(Sessions.CookieName, key, "/", "localhost") { Secure = true, HttpOnly = true };

    /// <summary>A client that keeps cookies and starts with these.</summary>
    public static HttpClient CreateClientWith(this App app, params IReadOnlyList<Cookie> cookies)
    {
        var container = new CookieContainer();
        foreach (var cookie in cookies)
        {
            container.Add(cookie);
        }

        return app.CreateDefaultClient(app.ClientOptions.BaseAddress, new CookieContainerHandler(container));
    }
}
