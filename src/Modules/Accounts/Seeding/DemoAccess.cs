using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Features.InvitePerson;
using Medway.LocalOffer.Accounts.Features.OpenBreakGlass;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Accounts.Seeding;

/// <summary>
/// What waits for whoever looks after access, made by the demo accounts with the operations that staff use: a newcomer's role to agree to, a
/// break-glass to check, and a family that asks to join.
/// </summary>
internal sealed class DemoAccess(
    IServiceScopeFactory scopes, AccountsDbContext context, SecondFactors factors, IContactPoints points, SeedFiles files, IHostEnvironment environment, TimeProvider clock)
    : ISeeder
{
    private const string Newcomer = "newcomer@demo.example.org";

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the accounts and the families' records.</summary>
    public int Order => 25;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment()
            || await FindAsync("platform-administrator@demo.example.org", cancellationToken) is not { } administrator
            || await FindAsync("register-officer@demo.example.org", cancellationToken) is not { } officer
            || await FindAsync(Newcomer, cancellationToken) is not null)
        {
            return;
        }

        var record = files.Rows(Set, "people.csv", "key", "id").First(row => row["key"] == "family-01-child")["id"];
        await SendAsync(
            administrator, Roles.PlatformAdministrator,
            new InvitePerson("Nico Newcomer", Newcomer, nameof(AccountKind.Staff), Roles.EhcCoordinator, nameof(ScopeKind.Everything), "", "Starts on Monday"), cancellationToken);
        await SendAsync(
            officer, Roles.RegisterOfficer,
            new OpenBreakGlass($"/staff/people/{record}", nameof(BreakGlassReason.ColleagueAway), "A made-up reason, to try out how it is checked.", factors.CurrentCode(officer)), cancellationToken);
        await AskToJoinAsync(cancellationToken);
    }

    /// <summary>As it stands once the code that went to the contact point was typed: no demo reads that message.</summary>
    private async Task AskToJoinAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        context.JoinRequests.Add(new JoinRequest
        {
            Id = Guid.CreateVersion7(now),
            ContactPointId = await points.ProposeAsync(ContactPointKind.Email, "asks-to-join@example.org", cancellationToken),
            State = JoinState.Waiting,
            CreatedAt = now,
            SaidName = "Alex Madeup",
            SaidFor = "Robin Madeup",
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    private Task<Account?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var normal = SignInSteps.Normal(email);
        return context.Users.AsNoTracking().SingleOrDefaultAsync(account => account.NormalizedUserName == normal, cancellationToken);
    }

    private async Task SendAsync<T>(Account who, string role, IRequest<Outcome<T>> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateFor(ActorKind.Staff, who.Id.ToString("D"));
        scope.ServiceProvider.GetRequiredService<Actor>().SignIn(ActorKind.Staff, who.Id.ToString("D"), [new Grant(role, Scope.Everything)], factors: 2);
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
        if (!outcome.IsOk)
        {
            throw new InvalidDataException($"The demo of access was not made: {(outcome.Errors is [var first, ..] ? first.Message : outcome.Kind.ToString())}");
        }
    }
}
