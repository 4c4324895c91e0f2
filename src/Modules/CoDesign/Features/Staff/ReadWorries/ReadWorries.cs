using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.ReadWorries;

/// <summary>The safeguarding lead reads what a moderator worries about, with the number of the card and whom to call. Each view is written down.</summary>
internal sealed record ReadWorries : ICommand<IReadOnlyList<Answer>>
{
    public Permission Permission => CoDesignPermissions.Worries;
}

internal sealed class ReadWorriesHandler(CoDesignDbContext context, AuditTrail audit) : IRequestHandler<ReadWorries, Outcome<IReadOnlyList<Answer>>>
{
    private const int Most = 50;

    public async Task<Outcome<IReadOnlyList<Answer>>> Handle(ReadWorries request, CancellationToken cancellationToken)
    {
        var worries = await context.Answers.AsNoTracking().Include(answer => answer.Reviewer!.Group).Include(answer => answer.Part)
            .Where(answer => answer.State == Moderation.Worried).OrderBy(answer => answer.WorryClosedAt != null).ThenBy(answer => answer.DecidedAt).Take(Most).ToListAsync(cancellationToken);
        foreach (var worry in worries)
        {
            audit.Record(context, CoDesignAudit.AnswerViewed, CoDesignAudit.Answer, worry.Id);
        }

        await context.SaveChangesAsync(cancellationToken);
        return worries;
    }
}

/// <summary>The safeguarding lead says that they have it; what is done about it stands in the records of safeguarding, not here.</summary>
internal sealed record TakeOnWorry(Guid Id) : ICommand<Done>
{
    public Permission Permission => CoDesignPermissions.Worries;
}

internal sealed class TakeOnWorryHandler(CoDesignDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<TakeOnWorry, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeOnWorry request, CancellationToken cancellationToken)
    {
        if (await context.Answers.SingleOrDefaultAsync(answer => answer.Id == request.Id && answer.State == Moderation.Worried, cancellationToken) is not { } worry)
        {
            return Outcome.NotFound;
        }

        worry.WorryClosedAt ??= clock.GetUtcNow();
        audit.Record(context, CoDesignAudit.WorryClosed, CoDesignAudit.Answer, worry.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
