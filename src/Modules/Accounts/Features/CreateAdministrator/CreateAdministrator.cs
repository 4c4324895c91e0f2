using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.CreateAdministrator;

/// <summary>The first administrator, from the command line; there is no default password anywhere.</summary>
/// <param name="Another">Make one although there is one: for the day when the only one cannot be reached.</param>
internal sealed record CreateAdministrator(string Email, bool Another) : ICommand<string>
{
    public Permission Permission => AccountsPermissions.ManagePeople;
}

internal sealed class CreateAdministratorValidator : AbstractValidator<CreateAdministrator>
{
    public CreateAdministratorValidator() => RuleFor(create => create.Email).EmailAddress().MaximumLength(Account.MaximumEmail)
        .Must(email => email.All(char.IsAscii)).WithMessage("Give an e-mail address like name@example.org");
}

internal sealed class CreateAdministratorHandler(AccountsDbContext context, PersonChanges changes, OneTimeLinks links, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<CreateAdministrator, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(CreateAdministrator request, CancellationToken cancellationToken)
    {
        if (!request.Another && await changes.AnotherAdministratorAsync(Guid.Empty, cancellationToken))
        {
            return Outcome.Invalid("", "There is an active Platform administrator, who can invite others. Say --another to make one all the same");
        }

        var now = clock.GetUtcNow();
        var email = request.Email.Trim().ToLowerInvariant();
        var normal = SignInSteps.Normal(email);
        var account = await context.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, cancellationToken);
        if (account is { State: not AccountState.Invited } or { Kind: not AccountKind.Staff })
        {
            return Outcome.Invalid("", "That address has an account already. Take another one");
        }

        if (account is null)
        {
            account = new Account
            {
                Id = Guid.CreateVersion7(now),
                Kind = AccountKind.Staff,
                State = AccountState.Invited,
                DisplayName = "Platform administrator",
                UserName = email,
                NormalizedUserName = normal,
                SecurityStamp = Guid.CreateVersion7(now).ToString("n"),
                CreatedAt = now,
            };
            context.Users.Add(account);
        }

        if (!await changes.LiveGrants().AnyAsync(grant => grant.AccountId == account.Id && grant.Role == Roles.PlatformAdministrator, cancellationToken))
        {
            context.Grants.Add(new GivenRole(Roles.PlatformAdministrator, nameof(ScopeKind.Everything), "").For(account.Id, null, "Made on the command line", now));
        }

        audit.Record(context, AccountsAudit.AdministratorMade, AccountsAudit.Subject, account.Id);
        await context.SaveChangesAsync(cancellationToken);
        return "/link/" + await links.CreateAsync(LinkPurposes.Invitation, account.Id, LinkPurposes.Life, uses: 1, cancellationToken);
    }
}
