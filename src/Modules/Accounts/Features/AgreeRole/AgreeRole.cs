using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.AgreeRole;

internal sealed record ViewGivenRole(Guid Id) : IQuery<GivenRoleView>
{
    public Permission Permission => AccountsPermissions.AgreeRoles;
}

/// <param name="HasOpenedInvitation">Before that nobody can know who holds the account.</param>
internal sealed record GivenRoleView(
    string Name, string Email, Grant Grant, string? GivenBy, DateTimeOffset GivenAt, string Reason, bool Waits, bool HasEnded, bool HasOpenedInvitation);

/// <summary>A second person says that a role which sees people was rightly given, or that it was not: it ends then.</summary>
/// <param name="Agree">"True" or "False".</param>
/// <param name="Reason">How they know that it is the right person, or why not.</param>
internal sealed record AgreeRole(Guid Id, string Agree, string Reason) : ICommand<Done>
{
    public Permission Permission => AccountsPermissions.AgreeRoles;
}

internal sealed class AgreeRoleValidator : AbstractValidator<AgreeRole>
{
    public AgreeRoleValidator()
    {
        RuleFor(agree => agree.Agree).Must(answer => bool.TryParse(answer, out _)).WithMessage("Choose whether you agree");
        RuleFor(agree => agree.Reason).NotEmpty().WithMessage("Write how you know").MaximumLength(RoleGrant.MaximumReason)
            .WithMessage($"Write {RoleGrant.MaximumReason} characters or fewer");
    }
}

internal sealed class ViewGivenRoleHandler(AccountsDbContext context) : IRequestHandler<ViewGivenRole, Outcome<GivenRoleView>>
{
    public async Task<Outcome<GivenRoleView>> Handle(ViewGivenRole request, CancellationToken cancellationToken)
    {
        var found = await (
            from grant in context.Grants.AsNoTracking()
            join account in context.Users on grant.AccountId equals account.Id
            where grant.Id == request.Id
            select new { grant, account.DisplayName, account.UserName, account.State, By = context.Users.Where(a => a.Id == grant.GivenBy).Select(a => a.DisplayName).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? Outcome.NotFound : new GivenRoleView(
            found.DisplayName, found.UserName!, found.grant.AsGrant(), found.By, found.grant.GivenAt, found.grant.Reason, found.grant.Waits,
            found.grant.EndedAt is not null, found.State == AccountState.Active);
    }
}

internal sealed class AgreeRoleHandler(AccountsDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<AgreeRole, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AgreeRole request, CancellationToken cancellationToken)
    {
        if (await context.Grants.SingleOrDefaultAsync(known => known.Id == request.Id, cancellationToken) is not { } grant)
        {
            return Outcome.NotFound;
        }

        if (!grant.Waits || grant.EndedAt is not null)
        {
            return Outcome.Conflict("Somebody has decided this already");
        }

        if (grant.AccountId == actor.AccountId || grant.GivenBy == actor.AccountId)
        {
            return Outcome.Invalid("", "It is your own role, or you gave it. Somebody else must look at it");
        }

        var agrees = bool.Parse(request.Agree);
        if (agrees && !await context.Users.AnyAsync(account => account.Id == grant.AccountId && account.State == AccountState.Active, cancellationToken))
        {
            return Outcome.Invalid("", "This person has not opened the invitation yet. Agree once they have: then ask them on a number you know whether it was them");
        }

        var now = clock.GetUtcNow();
        if (agrees)
        {
            grant.Waits = false;
        }
        else
        {
            grant.EndedAt = now;
        }

        audit.Record(
            context, agrees ? AccountsAudit.RoleAgreed : AccountsAudit.RoleRefused, AccountsAudit.Subject, grant.AccountId, request.Reason.Trim(),
            [new AuditChange("role", null, $"{grant.Role}: {grant.AsGrant().Scope}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
