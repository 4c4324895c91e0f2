using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Features.Staff.DecidePublicWords;
using Medway.LocalOffer.Improvement.Features.Staff.WritePublicWords;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Improvement.Seeding;

/// <summary>Plainly made-up words for the public, written by one actor and published by another, as the rule asks; one set waits.</summary>
internal sealed class DemoProgress(ImprovementDbContext context, IMediator mediator, IServiceScopeFactory scopes, IHostEnvironment environment) : ISeeder
{
    private const string MadeUp = "This is made up, to show how it looks.";

    private static readonly (string Reference, string Title, bool IsPublished)[] Parts =
        [("2.1a", "A better Local Offer site", true), ("3.4a", "Faster first looks at your request", true), ("4.2", "Young people help to make the site", true), ("6.3", "A safe register", false)];

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await context.PublicTexts.AnyAsync(cancellationToken))
        {
            return;
        }

        var parts = await context.Parts.ToDictionaryAsync(part => part.Reference, part => part.Id, cancellationToken);
        await using var second = scopes.CreateFor(ActorKind.Cli, "demo, second person");
        foreach (var (reference, title, isPublished) in Parts)
        {
            var words = Done(await mediator.Send(new WritePublicWords(parts[reference], title, MadeUp, MadeUp, MadeUp, MadeUp, MadeUp, MadeUp), cancellationToken));
            if (isPublished)
            {
                Done(await second.ServiceProvider.GetRequiredService<IMediator>().Send(new DecidePublicWords(words, IsApproved: true, ""), cancellationToken));
            }
        }
    }

    private static T Done<T>(Outcome<T> outcome) => outcome.IsOk
        ? outcome.Value
        : throw new InvalidOperationException($"Made-up words were not taken: {string.Join(" ", outcome.Errors.Select(error => error.Message))}");
}
