using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.InvitePerson;

internal sealed record InvitePerson(string Name, string Email, string Kind, string Role, string Limit, string LimitId, string Reason) : ICommand<InvitedPerson>
{
    public Permission Permission => AccountsPermissions.ManagePeople;
}

/// <param name="Link">Path of the one-time link; it cannot be had again.</param>
/// <param name="Waits">The role works once a second person agrees.</param>
internal sealed record InvitedPerson(Guid Id, string Link, bool Waits);

internal sealed class InvitePersonValidator : AbstractValidator<InvitePerson>
{
    public InvitePersonValidator()
    {
        RuleFor(invite => invite.Name).Custom((name, context) =>
        {
            if (PersonNames.Problem(name.Trim()) is { } problem)
            {
                context.AddFailure(problem);
            }
        });
        RuleFor(invite => invite.Email).Must(email => email.Trim().Length <= Account.MaximumEmail && EmailPattern.Fits(email.Trim()))
            .WithMessage("Write an e-mail address like name@example.org");
        RuleFor(invite => invite.Kind).IsEnumName(typeof(AccountKind)).WithMessage("Choose staff or provider");
        RuleFor(invite => invite.Reason).NotEmpty().WithMessage("Write why this person needs to sign in")
            .MaximumLength(RoleGrant.MaximumReason).WithMessage($"Write {RoleGrant.MaximumReason} characters or fewer");
    }
}

internal sealed class InvitePersonHandler(
    AccountsDbContext context, PersonChanges changes, SecondPerson second, PersonLinks links, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<InvitePerson, Outcome<InvitedPerson>>
{
    public async Task<Outcome<InvitedPerson>> Handle(InvitePerson request, CancellationToken cancellationToken)
    {
        var kind = Enum.Parse<AccountKind>(request.Kind);
        var role = new GivenRole(request.Role, request.Limit, request.LimitId);
        if (role.Problem(kind) is var (field, message))
        {
            return Outcome.Invalid(field, message);
        }

        var email = request.Email.Trim().ToLowerInvariant();
        var normal = SignInSteps.Normal(email);
        await changes.OneAtATimeAsync(cancellationToken);
        if (await context.Users.AnyAsync(a => a.NormalizedUserName == normal, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Email), "Somebody has an account with that address. Look for it in the list");
        }

        var now = clock.GetUtcNow();
        var account = new Account
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            State = AccountState.Invited,
            DisplayName = request.Name.Trim(),
            UserName = email,
            NormalizedUserName = normal,
            SecurityStamp = Guid.CreateVersion7(now).ToString("n"),
            CreatedAt = now,
        };
        var grant = role.For(account.Id, actor.AccountId, request.Reason.Trim(), now);
        grant.Waits = await second.MustAgreeAsync(grant, cancellationToken);
        context.Users.Add(account);
        context.Grants.Add(grant);
        audit.Record(
            context, AccountsAudit.Invited, AccountsAudit.Subject, account.Id, request.Reason.Trim(),
            [new AuditChange("role", null, $"{grant.Role}: {grant.AsGrant().Scope}")]);
        await context.SaveChangesAsync(cancellationToken);
        return new InvitedPerson(account.Id, await links.MakeAsync(account, LinkPurposes.Invitation, cancellationToken), grant.Waits);
    }
}
