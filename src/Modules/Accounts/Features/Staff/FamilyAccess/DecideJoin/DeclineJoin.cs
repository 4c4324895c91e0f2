using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.DecideJoin;

internal sealed record DeclineJoin(Guid Id, string Reason) : ICommand<Done>
{
    public Permission Permission => FamilyPermissions.DecideJoins;
}

internal sealed class DeclineJoinValidator : AbstractValidator<DeclineJoin>
{
    public DeclineJoinValidator() => RuleFor(decline => decline.Reason).MustBeAReason();
}

internal static class JoinRules
{
    public static void MustBeAReason<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Write how you came to it")
        .MaximumLength(JoinRequest.MaximumReason).WithMessage($"Write {JoinRequest.MaximumReason} letters or fewer")
        .Must(reason => !reason.Any(char.IsControl)).WithMessage("Write the reason in one line");

    /// <summary>In one statement: of two officers at once, one is told that the other was first.</summary>
    public static async Task<bool> DecideAsync(
        this AccountsDbContext context, Guid id, JoinState state, string reason, Actor actor, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var by = actor.AccountId;
        DateTimeOffset? now = at;
        return await context.JoinRequests.Where(join => join.Id == id && join.State == JoinState.Waiting).ExecuteUpdateAsync(
            set => set
                .SetProperty(join => join.State, state)
                .SetProperty(join => join.Reason, reason)
                .SetProperty(join => join.SaidName, (string?)null)
                .SetProperty(join => join.SaidFor, (string?)null)
                .SetProperty(join => join.DecidedBy, by)
                .SetProperty(join => join.DecidedAt, now),
            cancellationToken) == 1;
    }
}

internal sealed class DeclineJoinHandler(AccountsDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<DeclineJoin, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DeclineJoin request, CancellationToken cancellationToken)
    {
        if (!await context.DecideAsync(request.Id, JoinState.Declined, request.Reason.Trim(), actor, clock.GetUtcNow(), cancellationToken))
        {
            return Outcome.Conflict("This was decided a moment ago. Look at it again");
        }

        audit.Record(context, FamilyAudit.JoinDeclined, FamilyAudit.Join, request.Id, request.Reason.Trim());
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
