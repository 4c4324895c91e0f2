using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.LeavePerson;

/// <param name="To">Sign-in e-mail of whoever takes over.</param>
internal sealed record LeavePerson(Guid Id, int Version, string To, string Reason) : ICommand<Done>
{
    public Permission Permission => AccountsPermissions.ManagePeople;
}

internal sealed class LeavePersonValidator : AbstractValidator<LeavePerson>
{
    public LeavePersonValidator()
    {
        RuleFor(change => change.To).MaximumLength(Account.MaximumEmail).WithMessage("Write an e-mail address like name@example.org");
        RuleFor(change => change.Reason).NotEmpty().WithMessage("Write why")
            .MaximumLength(RoleGrant.MaximumReason).WithMessage($"Write {RoleGrant.MaximumReason} characters or fewer");
    }
}

internal sealed class LeavePersonHandler(
    AccountsDbContext context, PersonChanges changes, Sessions sessions, IEnumerable<IOwnership> ownerships, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<LeavePerson, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(LeavePerson request, CancellationToken cancellationToken)
    {
        if (changes.IsOneself(request.Id))
        {
            return Outcome.Invalid("", "You cannot close your own account. Ask another Platform administrator");
        }

        var started = await changes.StartAsync(request.Id, request.Version, cancellationToken);
        if (!started.IsOk)
        {
            return started.Kind == OutcomeKind.Conflict ? Outcome.Conflict(PersonChanges.Changed) : Outcome.NotFound;
        }

        var account = started.Value;
        if (account.State == AccountState.Left)
        {
            return Outcome.Invalid("", "This account is closed already");
        }

        if (await changes.IsLastAdministratorAsync(account, cancellationToken))
        {
            return Outcome.Invalid("", "This is the last Platform administrator. Give the role to somebody else first");
        }

        var normal = SignInSteps.Normal(request.To);
        if (await context.Users.SingleOrDefaultAsync(
            a => a.NormalizedUserName == normal && a.Id != account.Id && a.State == AccountState.Active && a.Kind == account.Kind, cancellationToken) is not { } heir)
        {
            return Outcome.Invalid(nameof(request.To), "Write the sign-in e-mail address of an active colleague who takes over");
        }

        List<AuditChange> moved = [new("handed_to", null, heir.Id.ToString("D"))];
        foreach (var ownership in ownerships)
        {
            moved.AddRange((await ownership.OwnedByAsync(account.Id, cancellationToken)).Where(things => things.Count > 0)
                .Select(things => new AuditChange(things.Kind, $"{things.Count}", "0")));
            await ownership.MoveAsync(account.Id, heir.Id, request.Reason.Trim(), cancellationToken);
        }

        var now = clock.GetUtcNow();
        foreach (var grant in await changes.LiveGrants().Where(grant => grant.AccountId == account.Id).ToListAsync(cancellationToken))
        {
            grant.EndedAt = now;
        }

        account.State = AccountState.Left;
        account.PasswordHash = null;
        account.AuthenticatorKey = null;
        await sessions.CloseAllAsync(account.Id, butNot: null, cancellationToken);
        audit.Record(context, AccountsAudit.Left, AccountsAudit.Subject, account.Id, request.Reason.Trim(), moved);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
