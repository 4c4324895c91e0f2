using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.AskAdviser;

/// <summary>Lets somebody who signs in with this address see what is asked, and send their advice. It opens nothing else of the record to them.</summary>
internal sealed record AskAdviser(Guid RecordId, Guid EventId, string Email) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class AskAdviserValidator : AbstractValidator<AskAdviser>
{
    public const int MaximumEmail = 254;

    public AskAdviserValidator() => RuleFor(one => one.Email).NotEmpty().WithMessage("Write the e-mail address with which they sign in")
        .MaximumLength(MaximumEmail).WithMessage("That is too long for an e-mail address");
}

internal sealed class AskAdviserHandler(EhcpDbContext context, RecordReader reader, IStaffNames staff, AuditTrail audit, TimeProvider clock) : IRequestHandler<AskAdviser, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AskAdviser request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { } read
            || read.Happened.FirstOrDefault(one => one.Id == request.EventId) is not { Kind: EventKind.AdviceRequested, Adviser: { } adviser })
        {
            return Outcome.NotFound;
        }

        if (!Sequence.WaitingFor(read.Happened).Contains(adviser))
        {
            return Outcome.Invalid(nameof(request.Email), "This advice is here. There is nobody to ask any more");
        }

        var before = await context.AdviceAsks.SingleOrDefaultAsync(ask => ask.EventId == request.EventId, cancellationToken);
        if (before?.SentAt is not null)
        {
            // What one adviser sent is theirs, and no other reads it as their own.
            return Outcome.Invalid(nameof(request.Email), "Somebody has sent advice to this. Take “Advice asked for” back, record it anew, and ask there");
        }

        if (await staff.FindAsync(request.Email.Trim(), cancellationToken) is not { } account)
        {
            return Outcome.Invalid(nameof(request.Email), "Nobody signs in with this address. Ask the administrator to invite them as an advice-giver first");
        }

        var now = clock.GetUtcNow();
        if (before is not null)
        {
            (before.AccountId, before.AskedAt) = (account, now);
        }
        else
        {
            context.AdviceAsks.Add(new AdviceAsk { Id = Guid.CreateVersion7(now), EventId = request.EventId, AccountId = account, AskedAt = now });
        }

        audit.Record(
            context, EhcpAudit.AdviserAsked, EhcRecord.Subject, request.RecordId, personIds: [read.Record.ChildId],
            changes: [new AuditChange("adviser", null, $"{adviser} {account}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
