using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.ReadAnswer;

/// <summary>A moderator reads one answer. It is written down, as a read of its own transaction: looking is what must not be lost.</summary>
internal sealed record ReadAnswer(Guid Id) : ICommand<ReadingView>
{
    public Permission Permission => CoDesignPermissions.Moderate;
}

/// <summary>Without group, reviewer or age.</summary>
/// <param name="Words">Null when it was decided: nobody reads the original twice.</param>
/// <param name="Contact">Of the group, once somebody worries.</param>
internal sealed record ReadingView(Guid Id, string About, string Question, string? Words, int Edition, Moderation State, string? Contact);

internal sealed class ReadAnswerHandler(CoDesignDbContext context, AuditTrail audit, Actor actor) : IRequestHandler<ReadAnswer, Outcome<ReadingView>>
{
    public async Task<Outcome<ReadingView>> Handle(ReadAnswer request, CancellationToken cancellationToken)
    {
        if (await context.Answers.AsNoTracking().Include(answer => answer.Part).Include(answer => answer.Reviewer!.Group)
            .SingleOrDefaultAsync(answer => answer.Id == request.Id && answer.State != Moderation.None, cancellationToken) is not { } answer)
        {
            return Outcome.NotFound;
        }

        if (answer.Part!.WrittenBy is { } author && author == actor.Id)
        {
            return Outcome.Forbidden;
        }

        var isWorry = answer.State == Moderation.Worried && answer.DecidedBy == actor.AccountId;
        audit.Record(context, CoDesignAudit.AnswerViewed, CoDesignAudit.Answer, answer.Id);
        await context.SaveChangesAsync(cancellationToken);
        return new ReadingView(
            answer.Id, answer.Part.Heading ?? answer.Part.Title, Domain.Asking.Question(answer.Part.Ask, easy: false),
            answer.State == Moderation.Waiting ? answer.Words : null, answer.Edition, answer.State,
            isWorry ? $"Group {answer.Reviewer!.Group!.Letter}: {answer.Reviewer.Group.Name}. {answer.Reviewer.Group.Contact}" : null);
    }
}
