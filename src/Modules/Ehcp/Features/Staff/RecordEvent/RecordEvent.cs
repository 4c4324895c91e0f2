using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordEvent;

/// <param name="On">When it happened; of something that is served, when it was sent or delivered.</param>
/// <param name="Limit">For an exception: <c>code</c>, or <c>code adviser</c>, of the open date that it is for.</param>
/// <param name="Note">Reasons, evidence, or what changed.</param>
internal sealed record RecordEvent(
    Guid RecordId, EventKind Kind, DateOnly? On, string Note, Adviser? Adviser = null, SentBy? SentBy = null,
    ExceptionGround? Ground = null, string Limit = "", DateOnly? GroundFrom = null, DateOnly? GroundTo = null) : ICommand<Guid>, IActsOn
{
    /// <summary>An adviser sends the advice that they were asked for; whether they were is for the operation that they use to say.</summary>
    public bool IsFromAdviser { get; init; }

    public Permission Permission => IsFromAdviser ? EhcpPermissions.GiveAdvice : EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class RecordEventValidator : AbstractValidator<RecordEvent>
{
    private const int MaximumLimit = 60;

    public RecordEventValidator(TimeProvider clock)
    {
        RuleFor(one => one.Kind).IsInEnum().WithMessage("Choose what happened");
        RuleFor(one => one.On).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day")
            .Must((one, day) => day <= clock.Today() || Sequence.MayBeInTheFuture(one.Kind)).WithMessage("This day has not come yet. Check the year")
            .Must(day => day <= clock.Today().AddYears(2)).WithMessage("This day is more than two years away. Check the year");
        RuleFor(one => one.Note).MaximumLength(EhcEvent.MaximumNote).WithMessage($"Write {EhcEvent.MaximumNote} letters or fewer");
        RuleFor(one => one.Note).NotEmpty().When(one => NeedsReasons(one.Kind)).WithMessage(one => one.Kind switch
        {
            EventKind.ResponsibilityMoved or EventKind.PlanTransferredOut => "Write which council it is, and from which day",
            EventKind.RequestWithdrawn => "Write who withdrew it, and why",
            _ => "Write the reasons: the family has a right to them",
        });
        RuleFor(one => one.Adviser).Must(adviser => adviser is { } known && Enum.IsDefined(known)).When(one => HasAdviser(one.Kind)).WithMessage("Choose whose advice");
        RuleFor(one => one.SentBy).Must(how => how is { } known && Enum.IsDefined(known)).When(one => Sequence.IsServed(one.Kind)).WithMessage("Choose how it was sent");
        RuleFor(one => one.Limit).MaximumLength(MaximumLimit).WithMessage("Choose the limit");
        When(one => one.Kind == EventKind.ExceptionClaimed, () =>
        {
            RuleFor(one => one.Ground).Must(ground => ground is { } known && Enum.IsDefined(known)).WithMessage("Choose the ground. A shortage of staff is none");
            RuleFor(one => one.Limit).NotEmpty().WithMessage("Choose the limit");
            RuleFor(one => one.GroundFrom).NotNull().WithMessage("Write the first day");
            RuleFor(one => one.GroundTo).Must((one, to) => to is null || one.GroundFrom is null || to >= one.GroundFrom).WithMessage("The last day is before the first");
        });
    }

    public static bool HasAdviser(EventKind kind) => kind is EventKind.AdviceRequested or EventKind.AdviceReceived;

    public static bool NeedsReasons(EventKind kind) =>
        kind is EventKind.DecidedNotToAssess or EventKind.DecidedNotToIssue or EventKind.DecidedToCease or EventKind.DecidedNotToAmend or EventKind.DecidedNotToReassess or EventKind.ExceptionClaimed
            or EventKind.RequestWithdrawn or EventKind.ResponsibilityMoved or EventKind.PlanTransferredOut;
}

internal sealed class RecordEventHandler(
    EhcpDbContext context, RecordReader reader, Planner planner, DraftService service, WorkingDays workingDays, Settings settings, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordEvent, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RecordEvent request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { } read)
        {
            return Outcome.NotFound;
        }

        var served = Served(request);
        if (served is { Day: null })
        {
            return Outcome.Invalid(nameof(request.On), "The bank holidays of that year are not loaded, so the day of service is not known. Ask the administrator to load them");
        }

        var on = served?.Day ?? request.On!.Value;
        if (Sequence.Problem(request.Kind, on, request.Adviser, read.Happened, EhcpWords.Of) is { } problem)
        {
            return Outcome.Invalid(nameof(request.On), problem);
        }

        if (await service.ProblemAsync(request.Kind, on, read.Happened, cancellationToken) is { } early)
        {
            return Outcome.Invalid(nameof(request.On), early);
        }

        var (claim, adviser, refusal) = Claim(request, read);
        if (refusal is { } said)
        {
            return said;
        }

        var wasOver = read.Record.IsOver;
        var added = Event(request, on, served, claim, adviser ?? request.Adviser);
        context.Events.Add(added);
        reader.Follow(read.Record, [.. read.Events, added], read.Child);
        if (wasOver && !read.Record.IsOver
            && await context.Records.AnyAsync(other => other.ChildId == read.Record.ChildId && !other.IsOver && other.Id != read.Record.Id, cancellationToken))
        {
            // An order opens the record again, and a child has one open record.
            context.ChangeTracker.Clear();
            return Outcome.Invalid(nameof(request.On), "A new request for this child has been logged since. Close that one first, with its reason");
        }

        audit.Record(
            context, EhcpAudit.Recorded, EhcRecord.Subject, request.RecordId, personIds: [read.Record.ChildId],
            changes: [new AuditChange("event", null, $"{request.Kind} {on:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        await planner.StartAsync(added, cancellationToken);
        return added.Id;
    }

    private Counted? Served(RecordEvent request) => Sequence.IsServed(request.Kind)
        ? DeemedService.ServedOn(request.SentBy!.Value, request.On!.Value, settings.Get(DeemedService.PostDays), settings.Get(DeemedService.ElectronicDays), workingDays)
        : null;

    private static (ClaimedException? Claim, Adviser? Adviser, Outcome.Failure? Refusal) Claim(RecordEvent request, ReadRecord read)
    {
        if (request.Kind != EventKind.ExceptionClaimed)
        {
            return default;
        }

        var due = read.Dates.LastOrDefault(date => LimitChoices.Key(date) == request.Limit && date.Rule.Exceptions.Count > 0);
        if (due is null)
        {
            return (null, null, Outcome.Invalid(nameof(request.Limit), "Choose one of the limits in the list"));
        }

        var claim = new ClaimedException(request.Ground!.Value, due.Rule.Code, request.GroundFrom!.Value, request.GroundTo);
        return ExceptionTests.Problem(claim, due, read.Happened) is { } problem
            ? (null, null, Outcome.Invalid(nameof(request.Ground), problem))
            : (claim, due.From.Adviser, null);
    }

    private EhcEvent Event(RecordEvent request, DateOnly on, Counted? served, ClaimedException? claim, Adviser? adviser)
    {
        var now = clock.GetUtcNow();
        return new EhcEvent
        {
            Id = Guid.CreateVersion7(now),
            RecordId = request.RecordId,
            Kind = request.Kind,
            HappenedOn = on,
            SentBy = served is null ? null : request.SentBy,
            SentOn = served is null ? null : request.On,
            ServiceWords = served is null ? null : $"{EhcpWords.Of(request.SentBy!.Value)}. Counts as served: {served.Words}.",
            Adviser = adviser,
            Ground = claim?.Ground,
            LimitCode = claim?.LimitCode,
            GroundFrom = claim?.From,
            GroundTo = claim?.To,
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
            RecordedAt = now,
            RecordedBy = actor.Id,
        };
    }
}
