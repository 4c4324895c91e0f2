using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Features.GiveFeedback;
using Medway.LocalOffer.Feedback.Features.Staff.ModerateComment;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Seeding;

/// <summary>Plainly made-up comments, sent as a family would send them; a moderator has read some of them.</summary>
internal sealed class DemoComments(IMediator mediator, FeedbackDbContext context) : ISeeder
{
    private static readonly (string? About, CommentKind Kind, string Words, Moderation Moderation)[] MadeUp =
    [
        ("/ehc-plans", CommentKind.HardToUse, "Made up for trying out: I had to read the part about weeks twice.", Moderation.Accepted),
        ("/ehc-plans", CommentKind.HardToUse, "Made up for trying out: the weeks are hard to follow.", Moderation.Accepted),
        ("/ehc-plans", CommentKind.HardToUse, "Made up for trying out: please draw the weeks.", Moderation.Accepted),
        ("/ehc-plans", CommentKind.HardToUse, "Made up for trying out: what happens in which week?", Moderation.Accepted),
        ("/ehc-plans", CommentKind.Idea, "Made up for trying out: a picture of the weeks would help.", Moderation.Accepted),
        ("/short-breaks", CommentKind.Missing, "Made up for trying out: what is there on Sundays?", Moderation.Accepted),
        ("/short-breaks", CommentKind.Missing, "Made up for trying out: is there a phone line at night?", Moderation.Accepted),
        ("/things-to-do", CommentKind.Wrong, "Made up for trying out: somebody at a club was rude.", Moderation.NotForPublishing),
        ("/young-people", CommentKind.Idea, "Made up for trying out: it does not feel safe on the bus.", Moderation.Worried),
        ("/short-breaks", CommentKind.Idea, "Made up for trying out: my name is Robin Example, call 01632 960123. More clubs, please.", Moderation.Waiting),
        (null, CommentKind.Thanks, "Made up for trying out: thank you for the Easy Read pages.", Moderation.Waiting),
    ];

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await context.Comments.AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (var (about, kind, words, moderation) in MadeUp)
        {
            Made.Up(await mediator.Send(new GiveFeedback(about, kind.ToString(), words), cancellationToken));
            if (moderation == Moderation.Waiting)
            {
                continue;
            }

            var id = await context.Comments.Where(comment => comment.Moderation == Moderation.Waiting).OrderByDescending(comment => comment.Id).Select(comment => comment.Id).FirstAsync(cancellationToken);
            Made.Up(await mediator.Send(new ModerateComment(id, moderation, "", moderation == Moderation.NotForPublishing ? WhyNot.AboutOnePerson : null, IsSent: true), cancellationToken));
        }
    }
}
