using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.TakeBackEvent;

/// <summary>It was not so after all: a letter came back, or a date was wrong. It stays on the record with the reason, and no date counts from it any more.</summary>
internal sealed record TakeBackEvent(Guid RecordId, Guid EventId, string Reason) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class TakeBackEventValidator : AbstractValidator<TakeBackEvent>
{
    public const int MaximumReason = 1000;

    public TakeBackEventValidator() => RuleFor(one => one.Reason).NotEmpty().WithMessage("Write why it was not so")
        .MaximumLength(MaximumReason).WithMessage($"Write {MaximumReason} letters or fewer");
}

internal sealed class TakeBackEventHandler(EhcpDbContext context, RecordReader reader, Planner planner, BroughtBack bringer, SilenceGuard guard, AuditTrail audit, TimeProvider clock) : IRequestHandler<TakeBackEvent, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeBackEvent request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        var read = await reader.ReadAsync(request.RecordId, null, cancellationToken);
        var wrong = read?.Events.FirstOrDefault(one => one.Id == request.EventId);
        if (read is null || wrong is null || wrong.WithdrawnAt is not null)
        {
            return Outcome.NotFound;
        }

        if (wrong.Kind == EventKind.RequestReceived || Sequence.IsNeeded(wrong.AsHappening(), read.Happened))
        {
            return Outcome.Invalid(nameof(request.Reason), "Something that was recorded later rests on this. Take that back first");
        }

        // A refusal that is taken back opens the record again, and a child has one open record.
        var wasOver = read.Record.IsOver;
        (wrong.WithdrawnAt, wrong.WithdrawnBecause) = (clock.GetUtcNow(), request.Reason.Trim());
        reader.Follow(read.Record, read.Events, read.Child);
        if (wasOver && !read.Record.IsOver
            && await context.Records.AnyAsync(other => other.ChildId == read.Record.ChildId && !other.IsOver && other.Id != read.Record.Id, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Reason), "A new request for this child has been logged since. Write on that record instead");
        }

        await planner.TakeBackAsync(wrong.Id, cancellationToken);
        audit.Record(
            context, EhcpAudit.Withdrawn, EhcRecord.Subject, request.RecordId, personIds: [read.Record.ChildId],
            changes: [new AuditChange("event", $"{wrong.Kind} {wrong.HappenedOn:yyyy-MM-dd}", null)]);
        await context.SaveChangesAsync(cancellationToken);
        await LookAsync(wrong, cancellationToken);
        return default(Done);
    }

    /// <summary>The family may wait again, and for longer than anybody thought: the days to come are planned anew, and a silence is seen at once.</summary>
    private async Task LookAsync(EhcEvent wrong, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(wrong.RecordId, null, cancellationToken) is { } read)
        {
            await bringer.BringBackAsync(read, wrong, cancellationToken);
            await planner.PlanMomentsAsync(read, cancellationToken);
            await guard.LookAsync(read, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
