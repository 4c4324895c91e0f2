using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features.My.AskOfficer;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Seeding;

/// <summary>A made-up parent asks a question, as they would on their own page.</summary>
internal sealed class DemoQuestions(EhcpDbContext context, IServiceScopeFactory scopes, SeedFiles files) : ISeeder
{
    private const string Asker = "family-01-parent-1";
    private const string Child = "family-01-child";

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the records.</summary>
    public int Order => 11;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var ids = files.Rows(SeedSet.Demo, "people.csv", "key", "id").ToDictionary(row => row["key"], row => Guid.Parse(row["id"]));
        var child = ids[Child];

        // Only where the made-up records are.
        if (await context.Questions.AnyAsync(cancellationToken) || !await context.Records.AnyAsync(record => record.ChildId == child, cancellationToken))
        {
            return;
        }

        await using var scope = scopes.CreateFor(ActorKind.Cli, "ehcp.demo");
        scope.ServiceProvider.GetRequiredService<Actor>().SignIn(ActorKind.Family, $"{ids[Asker]}", [new Grant(Roles.FamilyParty, Scope.Everything)], factors: 1);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AskOfficer("", "Made up: when will the psychologist come?"), cancellationToken);
    }
}
