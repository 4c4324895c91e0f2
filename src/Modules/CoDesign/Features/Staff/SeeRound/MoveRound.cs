using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.SeeRound;

/// <summary>The safeguarding lead says that children may be asked this.</summary>
/// <param name="DataProtection">The data protection check was done.</param>
internal sealed record SignOffRound(Guid Id, bool DataProtection) : ICommand<Done>
{
    public Permission Permission => CoDesignPermissions.SignOff;
}

internal sealed class SignOffRoundHandler(CoDesignDbContext context, AuditTrail audit, Actor actor) : IRequestHandler<SignOffRound, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SignOffRound request, CancellationToken cancellationToken)
    {
        if (await context.Rounds.Include(round => round.Parts).SingleOrDefaultAsync(round => round.Id == request.Id, cancellationToken) is not { } round)
        {
            return Outcome.NotFound;
        }

        if (round.State != RoundState.Draft)
        {
            return Outcome.Conflict("It is signed off already");
        }

        if (round.LeadId == actor.AccountId)
        {
            return Outcome.Invalid("", "You set this round up. Somebody else has to sign it off");
        }

        if (!request.DataProtection)
        {
            return Outcome.Invalid("DataProtection", "Tick that the data protection check is done");
        }

        if (round.Parts.Count == 0)
        {
            return Outcome.Invalid("", "It asks nothing yet: the panel lead adds a page or a task first");
        }

        (round.State, round.SignedOffBy) = (RoundState.SignedOff, actor.AccountId);
        audit.Record(context, CoDesignAudit.RoundMoved, CoDesignAudit.Round, round.Id, changes: [new AuditChange("state", nameof(RoundState.Draft), nameof(RoundState.SignedOff))]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>The panel lead takes the round one step on.</summary>
/// <param name="To">Name of the state; the one that comes next, so that a second press does nothing more.</param>
internal sealed record MoveRound(Guid Id, string To) : ICommand<Done>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class MoveRoundHandler(CoDesignDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<MoveRound, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(MoveRound request, CancellationToken cancellationToken)
    {
        if (await context.Rounds.SingleOrDefaultAsync(round => round.Id == request.Id, cancellationToken) is not { } round)
        {
            return Outcome.NotFound;
        }

        if (round.State.Next() is not { } next || next.ToString() != request.To)
        {
            return Outcome.Conflict($"It is {round.State.Words().ToLowerInvariant()} now. Look at it again");
        }

        if (next == RoundState.Open && Problem(round) is { } problem)
        {
            return Outcome.Invalid("", problem);
        }

        var before = round.State;
        round.State = next;
        if (next == RoundState.Closed)
        {
            round.ClosedAt = clock.GetUtcNow();
        }

        audit.Record(context, CoDesignAudit.RoundMoved, CoDesignAudit.Round, round.Id, changes: [new AuditChange("state", before.ToString(), next.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

    private string? Problem(Round round) =>
        round.ModeratorId is null ? "Name a moderator first: somebody reads what young people write before others do"
        : round.ReplyOn is null ? "Write the day by which young people hear what we did"
        : round.ClosesOn < clock.Today() ? "The last day to answer is over. Change the days first"
        : null;
}
