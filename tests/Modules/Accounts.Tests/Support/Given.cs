using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts.Tests;

/// <summary>An account that signs in through the pages.</summary>
internal sealed record Someone(Guid Id, string Email, string Password, string? Key);

internal static class Given
{
    public const string SignIn = "/staff/sign-in";
    public const string Me = "/staff/account";

    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public static AsyncServiceScope Scope(this App app) => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");

    public static async Task<T> AskAsync<T>(this App app, Func<AccountsDbContext, Task<T>> ask)
    {
        await using var scope = app.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<AccountsDbContext>());
    }

    /// <summary>An active member of staff with a password; with an authenticator app unless told otherwise.</summary>
    public static async Task<Someone> SomeoneAsync(this App app, string role = Roles.DutyLead, bool withApp = true)
    {
        await using var scope = app.Scope();
        var context = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        var now = app.Clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var someone = new Someone(id, $"s{id:n}@example.org", "correct horse battery staple", withApp ? Totp.NewKey() : null);
        var account = new Account
        {
            Id = id,
            Kind = role == Roles.Provider ? AccountKind.Provider : AccountKind.Staff,
            State = AccountState.Active,
            UserName = someone.Email,
            NormalizedUserName = SignInSteps.Normal(someone.Email),
            SecurityStamp = id.ToString("n"),
            DisplayName = "Sam Sample",
            CreatedAt = now,
        };
        account.PasswordHash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, someone.Password);
        account.AuthenticatorKey = someone.Key is null ? null : scope.ServiceProvider.GetRequiredService<SecondFactors>().Protect(someone.Key);
        context.Users.Add(account);
        context.Grants.Add(new RoleGrant
        {
            Id = Guid.CreateVersion7(now),
            AccountId = id,
            Role = role,
            ScopeKind = ScopeKind.Everything,
            ScopeId = "",
            GivenAt = now,
            Reason = "Test",
        });
        await context.SaveChangesAsync(Now);
        return someone;
    }

    public static async Task<Page> PasswordAsync(this HttpClient client, string email, string password, string address = SignIn) =>
        await (await client.PageAsync(address)).SubmitAsync(client, "main form", ("Email", email), ("Password", password));

    public static async Task<Page> CodeAsync(this HttpClient client, string code, string address = SignIn + "/code") =>
        await (await client.PageAsync(address)).SubmitAsync(client, "main form", ("Code", code));

    public static Task<int> SessionsAsync(this App app, Guid accountId) =>
        app.AskAsync(context => context.Sessions.CountAsync(session => session.AccountId == accountId, Now));

    /// <summary>Makes a link as an administrator would.</summary>
    public static async Task<string> LinkAsync(this App app, Guid accountId, string purpose)
    {
        await using var scope = app.Scope();
        return "/link/" + await scope.ServiceProvider.GetRequiredService<Platform.Tokens.OneTimeLinks>()
            .CreateAsync(purpose, accountId, LinkPurposes.Life, 1, Now);
    }
}
