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

namespace Medway.LocalOffer.Accounts.Features.IssueLink;

/// <param name="ResetFactors">Whoever follows the link sets up a second factor anew: for a lost phone.</param>
internal sealed record IssueLink(Guid Id, int Version, bool ResetFactors, string Reason) : ICommand<IssuedLink>
{
    public Permission Permission => AccountsPermissions.ManagePeople;
}

/// <param name="Path">Null: the account can read about families, so the link goes to its owner's work e-mail and nobody else sees it.</param>
internal sealed record IssuedLink(string? Path);

internal sealed class IssueLinkValidator : AbstractValidator<IssueLink>
{
    public IssueLinkValidator() => RuleFor(change => change.Reason).NotEmpty().WithMessage("Write why, and how you know that it is this person who asks")
        .MaximumLength(RoleGrant.MaximumReason).WithMessage($"Write {RoleGrant.MaximumReason} characters or fewer");
}

internal sealed class IssueLinkHandler(AccountsDbContext context, PersonChanges changes, PersonLinks links, AuditTrail audit)
    : IRequestHandler<IssueLink, Outcome<IssuedLink>>
{
    public async Task<Outcome<IssuedLink>> Handle(IssueLink request, CancellationToken cancellationToken)
    {
        if (changes.IsOneself(request.Id))
        {
            return Outcome.Invalid("", "You cannot make a link for yourself. Ask another Platform administrator");
        }

        var started = await changes.StartAsync(request.Id, request.Version, cancellationToken);
        if (!started.IsOk)
        {
            return started.Kind == OutcomeKind.Conflict ? Outcome.Conflict(PersonChanges.Changed) : Outcome.NotFound;
        }

        var account = started.Value;
        var purpose = (account.State, request.ResetFactors) switch
        {
            (AccountState.Invited, _) => LinkPurposes.Invitation,
            (AccountState.Active, true) => LinkPurposes.StartAgain,
            (AccountState.Active, false) => LinkPurposes.NewPassword,
            _ => null,
        };
        if (purpose is null)
        {
            return Outcome.Invalid("", "This account is closed to sign-in. Let the person sign in again first");
        }

        audit.Record(context, AccountsAudit.LinkIssued, AccountsAudit.Subject, account.Id, request.Reason.Trim(), [new AuditChange("purpose", null, purpose)]);
        await context.SaveChangesAsync(cancellationToken);
        var path = await links.MakeAsync(account, purpose, cancellationToken);
        var seesPeople = await changes.LiveGrants().AnyAsync(
            grant => grant.AccountId == account.Id && !grant.Waits && SecondPerson.RolesAsked.Contains(grant.Role), cancellationToken);
        return new IssuedLink(seesPeople ? null : path);
    }
}
