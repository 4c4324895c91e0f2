using System.Net;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>Sign-in of families for tests of any module.</summary>
public static class SigningInFamilies
{
    /// <summary>A browser in which this person is signed in, by their first contact point.</summary>
    /// <param name="app">The host.</param>
    /// <param name="personId">Of the demo families or anybody else; documents stay shut for whoever has no contact point.</param>
    /// <param name="role">One of <c>Roles.OfFamilies</c>.</param>
    /// <param name="factors">2 opens documents.</param>
    public static async Task<HttpClient> SignInFamilyAsync(this App app, Guid personId, string role = Roles.FamilyParty, int factors = 1) =>
        app.CreateClientWith(await app.FamilyCookieAsync(personId, role, factors));

    /// <summary>The same as a cookie, for a real browser.</summary>
    public static async Task<Cookie> FamilyCookieAsync(this App app, Guid personId, string role = Roles.FamilyParty, int factors = 1)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        var now = app.Clock.GetUtcNow();
        var access = await context.FamilyAccess.SingleOrDefaultAsync(a => a.PersonId == personId && a.State == FamilyAccessState.Active);
        if (access is null)
        {
            var points = await scope.ServiceProvider.GetRequiredService<IContactPoints>().OfPersonAsync(personId, CancellationToken.None);
            access = new FamilyAccess
            {
                Id = Guid.CreateVersion7(now),
                PersonId = personId,
                Role = role,
                State = FamilyAccessState.Active,
                ContactPointId = points.Count > 0 ? points[0].Id : Guid.CreateVersion7(now),
                InvitedAt = now,
                BoundAt = now,
                Reason = "A test asked for it",
            };
            context.FamilyAccess.Add(access);
            await context.SaveChangesAsync();
        }

        var key = await scope.ServiceProvider.GetRequiredService<FamilySessions>().CreateAsync(access.Id, factors, isShared: false, CancellationToken.None);
        return new Cookie(FamilySessions.CookieName, key, "/", "localhost") { Secure = true, HttpOnly = true };
    }
}
