using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts.Features.SuspendPerson;

/// <param name="Suspend">False lets the person sign in again.</param>
internal sealed record SuspendPerson(Guid Id, int Version, bool Suspend, string Reason) : ICommand<Done>
{
    public Permission Permission => AccountsPermissions.ManagePeople;
}

internal sealed class SuspendPersonValidator : AbstractValidator<SuspendPerson>
{
    public SuspendPersonValidator() => RuleFor(change => change.Reason).NotEmpty().WithMessage("Write why")
        .MaximumLength(RoleGrant.MaximumReason).WithMessage($"Write {RoleGrant.MaximumReason} characters or fewer");
}

internal sealed class SuspendPersonHandler(AccountsDbContext context, PersonChanges changes, Sessions sessions, AuditTrail audit)
    : IRequestHandler<SuspendPerson, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SuspendPerson request, CancellationToken cancellationToken)
    {
        var started = await changes.StartAsync(request.Id, request.Version, cancellationToken);
        if (!started.IsOk)
        {
            return started.Kind == OutcomeKind.Conflict ? Outcome.Conflict(PersonChanges.Changed) : Outcome.NotFound;
        }

        var account = started.Value;
        if (request.Suspend)
        {
            if (await changes.IsLastAdministratorAsync(account, cancellationToken))
            {
                return Outcome.Invalid("", "This is the last Platform administrator, who cannot be suspended. Give the role to somebody else first");
            }

            if (account.State is not (AccountState.Active or AccountState.Invited))
            {
                return Outcome.Invalid("", "This account is closed to sign-in already");
            }

            account.State = AccountState.Suspended;
            await sessions.CloseAllAsync(account.Id, butNot: null, cancellationToken);
        }
        else if (account.State != AccountState.Suspended)
        {
            return Outcome.Invalid("", "This account is not suspended");
        }
        else
        {
            account.State = account.PasswordHash is null ? AccountState.Invited : AccountState.Active;
        }

        audit.Record(context, request.Suspend ? AccountsAudit.Suspended : AccountsAudit.Reinstated, AccountsAudit.Subject, account.Id, request.Reason.Trim());
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
