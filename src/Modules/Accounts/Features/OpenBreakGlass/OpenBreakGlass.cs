using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.OpenBreakGlass;

/// <summary>
/// Gives the role Break-glass for one person and sixty minutes. It reads: a permission must name the role to be reached by it, and none that
/// changes anything, or that is about safety fields, does.
/// </summary>
internal sealed record OpenBreakGlass(string PersonId, string Reason, string Why, string Code) : ICommand<DateTimeOffset>
{
    public Permission Permission => AccountsPermissions.OpenBreakGlass;
}

internal sealed class OpenBreakGlassValidator : AbstractValidator<OpenBreakGlass>
{
    public OpenBreakGlassValidator()
    {
        RuleFor(open => open.PersonId).Must(id => Guid.TryParse(id.Trim(), out _)).WithMessage("Write the person's id, as it stands in the address of the record");
        RuleFor(open => open.Reason).Must(reason => Enum.GetNames<BreakGlassReason>().Contains(reason)).WithMessage("Choose a reason");
        RuleFor(open => open.Why).NotEmpty().WithMessage("Write why it cannot wait")
            .MaximumLength(BreakGlass.MaximumText).WithMessage($"Write {BreakGlass.MaximumText} characters or fewer");
    }
}

internal sealed class OpenBreakGlassHandler(
    AccountsDbContext context, SecondFactors factors, IEnumerable<IScope> scopes, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<OpenBreakGlass, Outcome<DateTimeOffset>>
{
    public async Task<Outcome<DateTimeOffset>> Handle(OpenBreakGlass request, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } accountId)
        {
            return Outcome.Forbidden;
        }

        // Before the code, which works once: whoever is refused here need not wait for the next one.
        var now = clock.GetUtcNow();
        var personId = Guid.Parse(request.PersonId.Trim());
        if (await ProblemAsync(accountId, personId, now, cancellationToken) is { } problem)
        {
            return Outcome.Invalid(nameof(request.PersonId), problem);
        }

        if (!await factors.TryAsync(accountId, request.Code, TriesFor.InsideSession, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Code), "That code is not right, was used before, or there were too many wrong tries. Wait for the next code");
        }

        var glass = new BreakGlass
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            PersonId = personId,
            Reason = Enum.Parse<BreakGlassReason>(request.Reason),
            Why = request.Why.Trim(),
            OpenedAt = now,
            EndsAt = now + BreakGlass.Lasts,
        };
        context.BreakGlasses.Add(glass);
        context.Grants.Add(new RoleGrant
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            Role = Roles.BreakGlass,
            ScopeKind = ScopeKind.Person,
            ScopeId = personId.ToString("D"),
            GivenBy = accountId,
            GivenAt = now,
            Reason = $"Break-glass {glass.Id:D}",
            ExpiresAt = glass.EndsAt,
        });

        // The free text stays in the table: the trail never holds what could be a name.
        audit.Record(context, AccountsAudit.BreakGlassOpened, "break_glass", glass.Id, reason: request.Reason, purpose: "break-glass", personIds: [personId]);
        await context.SaveChangesAsync(cancellationToken);
        return glass.EndsAt;
    }

    /// <summary>One hour is one hour: the next for the same person waits until somebody has looked at the last.</summary>
    private async Task<string?> ProblemAsync(Guid accountId, Guid personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Apart, because the code is looked at apart, and a connection that is in a transaction cannot step out of it.
        using var apart = OneTransaction.Apart();
        if (!await IsKnownAsync(personId, cancellationToken))
        {
            return "There is nobody with this id. Copy it from the address of the record";
        }

        var last = await context.BreakGlasses.AsNoTracking().Where(glass => glass.AccountId == accountId && glass.PersonId == personId)
            .OrderByDescending(glass => glass.OpenedAt).Select(glass => new { glass.EndsAt, glass.ReviewedAt }).FirstOrDefaultAsync(cancellationToken);
        return last switch
        {
            null => null,
            _ when last.EndsAt > now => $"This record is open to you already, until {last.EndsAt.Moment()}",
            { ReviewedAt: null } => "You opened this record before, and nobody has checked that yet. Ask the duty lead, the safeguarding lead or the data protection officer to check it first",
            _ => null,
        };
    }

    private async Task<bool> IsKnownAsync(Guid personId, CancellationToken cancellationToken)
    {
        foreach (var scope in scopes.Where(scope => personId != Guid.Empty && scope.SubjectKind == FamilyAudit.Person))
        {
            if (await scope.OfAsync(personId, cancellationToken) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
