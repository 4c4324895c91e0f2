using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.ChangeRoles;

/// <param name="Version">As it was when the form was made.</param>
/// <param name="Take">Ids of the roles that end.</param>
/// <param name="Role">A role that is given; empty for none.</param>
internal sealed record ChangeRoles(Guid Id, int Version, IReadOnlyList<Guid> Take, string Role, string Limit, string LimitId, string Reason) : ICommand<Done>
{
    public Permission Permission => AccountsPermissions.ManagePeople;
}

internal sealed class ChangeRolesValidator : AbstractValidator<ChangeRoles>
{
    public ChangeRolesValidator() => RuleFor(change => change.Reason).NotEmpty().WithMessage("Write why")
        .MaximumLength(RoleGrant.MaximumReason).WithMessage($"Write {RoleGrant.MaximumReason} characters or fewer");
}

internal sealed class ChangeRolesHandler(AccountsDbContext context, PersonChanges changes, SecondPerson second, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<ChangeRoles, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangeRoles request, CancellationToken cancellationToken)
    {
        if (changes.IsOneself(request.Id))
        {
            return Outcome.Invalid("", "You cannot change your own roles. Ask another Platform administrator");
        }

        var started = await changes.StartAsync(request.Id, request.Version, cancellationToken);
        if (!started.IsOk)
        {
            return started.Kind == OutcomeKind.Conflict ? Outcome.Conflict(PersonChanges.Changed) : Outcome.NotFound;
        }

        var account = started.Value;
        var now = clock.GetUtcNow();
        List<AuditChange> written = [];
        var held = await changes.LiveGrants().Where(grant => grant.AccountId == account.Id && grant.ExpiresAt == null).ToListAsync(cancellationToken);
        foreach (var grant in held.Where(grant => request.Take.Contains(grant.Id)))
        {
            if (grant.Role == Roles.PlatformAdministrator && await changes.IsLastAdministratorAsync(account, cancellationToken))
            {
                return Outcome.Invalid("", "This is the last Platform administrator. Give the role to somebody else first");
            }

            grant.EndedAt = now;
            written.Add(new AuditChange("role", $"{grant.Role}: {grant.AsGrant().Scope}", null));
        }

        if (request.Role.Length > 0)
        {
            var role = new GivenRole(request.Role, request.Limit, request.LimitId);
            if (role.Problem(account.Kind) is var (field, message))
            {
                return Outcome.Invalid(field, message);
            }

            var given = role.For(account.Id, actor.AccountId, request.Reason.Trim(), now);
            if (held.Any(grant => grant.EndedAt is null && grant.AsGrant() == given.AsGrant()))
            {
                return Outcome.Invalid(nameof(request.Role), "This person holds that role already");
            }

            given.Waits = await second.MustAgreeAsync(given, cancellationToken);
            context.Grants.Add(given);
            written.Add(new AuditChange("role", null, $"{given.Role}: {given.AsGrant().Scope}"));
        }

        if (written.Count == 0)
        {
            return Outcome.Invalid(nameof(request.Role), "Choose a role to give, or tick one to take away");
        }

        audit.Record(context, AccountsAudit.RolesChanged, AccountsAudit.Subject, account.Id, request.Reason.Trim(), written);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
