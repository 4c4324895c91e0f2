using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>A member of staff who signs in through the pages.</summary>
/// <param name="Email">What they sign in with.</param>
/// <param name="Password">Theirs.</param>
/// <param name="AppKey">Of their authenticator app.</param>
public sealed record MadeStaff(string Email, string Password, string AppKey)
{
    /// <summary>What the app shows at this moment.</summary>
    public string CodeAt(DateTimeOffset now) => Totp.CodeAt(AppKey, now);
}

/// <summary>Makes them.</summary>
public static class MakingStaff
{
    /// <summary>Somebody who holds one role without a limit.</summary>
    public static async Task<MadeStaff> MakeStaffAsync(this App app, string role)
    {
        using var signedIn = await app.SignInWithAsync(ActorKind.Staff, [new Grant(role, Scope.Everything)]);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        var account = await context.Users.FindAsync(signedIn.AccountId) ?? throw new InvalidOperationException("There is no such account.");
        var made = new MadeStaff(account.UserName!, "correct horse battery staple", Totp.NewKey());
        account.PasswordHash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, made.Password);
        account.AuthenticatorKey = scope.ServiceProvider.GetRequiredService<SecondFactors>().Protect(made.AppKey);
        await context.SaveChangesAsync();
        return made;
    }
}
