using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Features.GiveFeedback;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Seeding;

/// <summary>A few plainly made-up comments, sent as a family would send them, so that the staff list can be tried out.</summary>
internal sealed class DemoComments(IMediator mediator, FeedbackDbContext context) : ISeeder
{
    private static readonly GiveFeedback[] MadeUp =
    [
        new("/ehc-plans", nameof(CommentKind.HardToUse), "Made up for trying out: I had to read the part about weeks twice."),
        new("/short-breaks", nameof(CommentKind.Missing), "Made up for trying out: what is there on Sundays?"),
        new(null, nameof(CommentKind.Thanks), "Made up for trying out: thank you for the Easy Read pages."),
    ];

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await context.Comments.AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (var comment in MadeUp)
        {
            await mediator.Send(comment, cancellationToken);
        }
    }
}
