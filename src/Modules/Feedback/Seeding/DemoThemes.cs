using MediatR;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Features.Staff.ListCommentThemes;
using Medway.LocalOffer.Feedback.Features.Staff.PublishCommentTheme;
using Medway.LocalOffer.Feedback.Features.Staff.WriteCommentTheme;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Feedback.Seeding;

/// <summary>Plainly made-up themes, written by one actor and published by another, as the rule asks; one waits.</summary>
internal sealed class DemoThemes(FeedbackDbContext context, IMediator mediator, IServiceScopeFactory scopes, TimeProvider clock, IHostEnvironment environment) : ISeeder
{
    private const string MadeUp = "This is made up, to show how it looks.";

    private static readonly (string Said, YouSaidStatus Status, string Response, string? Now, string Word, bool IsPublished)[] Themes =
    [
        ("The part about weeks is hard to read.", YouSaidStatus.Did, "We drew the weeks as a line. " + MadeUp, "/ehc-plans", "week", true),
        ("We do not know what is on at weekends.", YouSaidStatus.Will, "We will ask each club for its days. " + MadeUp, "/short-breaks", "Sundays", true),
        ("We want a phone line at night.", YouSaidStatus.Cannot, "We do not have the staff for it. " + MadeUp, null, "at night", false),
    ];

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await context.Themes.AnyAsync(cancellationToken))
        {
            return;
        }

        var comments = await context.Comments.AsNoTracking().ToListAsync(cancellationToken);
        await using var second = scopes.CreateFor(ActorKind.Cli, "demo, second person");
        foreach (var (said, status, response, now, word, isPublished) in Themes)
        {
            var id = Made.Up(await mediator.Send(new StartTheme(said), cancellationToken));
            List<Guid> own = [.. comments.Where(comment => comment.PassedOn?.Contains(word, StringComparison.Ordinal) == true).Select(comment => comment.Id)];
            Made.Up(await mediator.Send(
                new WriteCommentTheme(id, said, said, status, response, MadeUp, status == YouSaidStatus.Will ? clock.Today().AddMonths(3) : null, "", now ?? "", own, IsSent: true), cancellationToken));
            if (isPublished)
            {
                Made.Up(await second.ServiceProvider.GetRequiredService<IMediator>().Send(new PublishCommentTheme(id, IsApproved: true, ""), cancellationToken));
            }
        }
    }
}
