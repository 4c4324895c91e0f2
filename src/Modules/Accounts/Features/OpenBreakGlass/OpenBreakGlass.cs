using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
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
/// <param name="Record">A reference as it stands on a letter, or the address of the record's page. Never a name: nobody may look for people here.</param>
internal sealed record OpenBreakGlass(string Record, string Reason, string Why, string Code) : ICommand<OpenedRecord>
{
    public const int LongestRecord = 200;

    public Permission Permission => AccountsPermissions.OpenBreakGlass;
}

/// <param name="Address">The page of the record.</param>
internal sealed record OpenedRecord(DateTimeOffset EndsAt, string Address);

internal sealed class OpenBreakGlassValidator : AbstractValidator<OpenBreakGlass>
{
    public OpenBreakGlassValidator()
    {
        RuleFor(open => open.Record).MaximumLength(OpenBreakGlass.LongestRecord).WithMessage(OpenBreakGlassHandler.HowToWriteIt);
        RuleFor(open => open.Reason).Must(reason => Enum.GetNames<BreakGlassReason>().Contains(reason)).WithMessage("Choose a reason");
        RuleFor(open => open.Why).NotEmpty().WithMessage("Write why it cannot wait")
            .MaximumLength(BreakGlass.MaximumText).WithMessage($"Write {BreakGlass.MaximumText} characters or fewer");
    }
}

internal sealed class OpenBreakGlassHandler(
    AccountsDbContext context, SecondFactors factors, IEnumerable<IRecordFinder> finders, BreakGlassAlert alert, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<OpenBreakGlass, Outcome<OpenedRecord>>
{
    public const string HowToWriteIt =
        "Write the reference as it stands on the letter, like EHC-7F3K-2Q, or copy the address of the record’s page. If it is written so, a sign in it is wrong";

    public async Task<Outcome<OpenedRecord>> Handle(OpenBreakGlass request, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } accountId)
        {
            return Outcome.Forbidden;
        }

        // Before the code, which works once: this says nothing of whether there is such a record.
        if (!finders.Any(finder => finder.Reads(request.Record)))
        {
            return Outcome.Invalid(nameof(request.Record), HowToWriteIt);
        }

        // Before anything is looked up: whoever wants to know whether there is a record needs a fresh code each time, and leaves a trace.
        if (!await factors.TryAsync(accountId, request.Code, TriesFor.InsideSession, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Code), "That code is not right, was used before, or there were too many wrong tries. Wait for the next code");
        }

        var now = clock.GetUtcNow();
        if (await FindAsync(request.Record, cancellationToken) is not { } record)
        {
            return Outcome.Invalid(nameof(request.Record), "This leads to no record. Look at the letter or the address again, then use the next code. That you asked is written down");
        }

        if (await ProblemAsync(accountId, record.PersonId, now, cancellationToken) is { } problem)
        {
            return Outcome.Invalid(nameof(request.Record), problem);
        }

        var glass = new BreakGlass
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            PersonId = record.PersonId,
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
            ScopeId = record.PersonId.ToString("D"),
            GivenBy = accountId,
            GivenAt = now,
            Reason = $"Break-glass {glass.Id:D}",
            ExpiresAt = glass.EndsAt,
        });

        // The free text stays in the table: the trail never holds what could be a name.
        audit.Record(context, AccountsAudit.BreakGlassOpened, "break_glass", glass.Id, reason: request.Reason, purpose: "break-glass", personIds: [record.PersonId]);
        await context.SaveChangesAsync(cancellationToken);
        await alert.SendAsync(glass, cancellationToken);
        return new OpenedRecord(glass.EndsAt, record.Address);
    }

    /// <summary>Apart, so that a search that found nothing stays written down when the command is undone.</summary>
    private async Task<FoundRecord?> FindAsync(string typed, CancellationToken cancellationToken)
    {
        using var apart = OneTransaction.Apart();
        foreach (var finder in finders.Where(finder => finder.Reads(typed)))
        {
            if (await finder.FindAsync(typed, cancellationToken) is { } found)
            {
                return found;
            }
        }

        audit.Record(context, AccountsAudit.BreakGlassMissed, "break_glass", null, purpose: "break-glass");
        await context.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>One hour is one hour: the next for the same person waits until somebody has looked at the last.</summary>
    private async Task<string?> ProblemAsync(Guid accountId, Guid personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var apart = OneTransaction.Apart();
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
}
