using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ChaseAdvice;

/// <summary>Somebody asked again for advice that is not here. What they promise moves no limit.</summary>
internal sealed record ChaseAdvice(Guid RecordId, Guid EventId, ChasedBy How, DateOnly? On, DateOnly? PromisedFor, string Answer) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class ChaseAdviceValidator : AbstractValidator<ChaseAdvice>
{
    public ChaseAdviceValidator(TimeProvider clock)
    {
        RuleFor(one => one.How).IsInEnum().WithMessage("Choose how you asked");
        RuleFor(one => one.On).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day").Must(day => day <= clock.Today()).WithMessage("This day has not come yet. Check the year");
        RuleFor(one => one.PromisedFor).Must((one, day) => day is null || one.On is null || day >= one.On).WithMessage("They cannot promise it for a day before you asked")
            .Must(day => day is null || day <= clock.Today().AddYears(1)).WithMessage("This day is more than a year away. Check the year");
        RuleFor(one => one.Answer).NotEmpty().WithMessage("Write what they said, or that nobody answered")
            .MaximumLength(AdviceChase.MaximumAnswer).WithMessage($"Write {AdviceChase.MaximumAnswer} letters or fewer");
    }
}

internal sealed class ChaseAdviceHandler(EhcpDbContext context, RecordReader reader, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<ChaseAdvice, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChaseAdvice request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { } read
            || read.Happened.FirstOrDefault(one => one.Id == request.EventId) is not { Kind: EventKind.AdviceRequested, Adviser: { } adviser } asked)
        {
            return Outcome.NotFound;
        }

        if (request.On < asked.On)
        {
            return Outcome.Invalid(nameof(request.On), $"The advice was asked for on {asked.On.Long()}. Nobody can have asked again before that");
        }

        if (!Sequence.WaitingFor(read.Happened).Contains(adviser))
        {
            return Outcome.Invalid(nameof(request.How), "This advice is here. There is nothing to ask for any more");
        }

        var answer = request.Answer.Trim();
        var same = await context.AdviceChases.AsNoTracking().Where(one => one.EventId == asked.Id && one.On == request.On && one.How == request.How).ToListAsync(cancellationToken);
        if (same.Exists(one => one.Answer == answer && one.PromisedFor == request.PromisedFor))
        {
            // Pressed twice: they were asked once.
            return default(Done);
        }

        var now = clock.GetUtcNow();
        context.AdviceChases.Add(new AdviceChase
        {
            Id = Guid.CreateVersion7(now),
            EventId = asked.Id,
            How = request.How,
            On = request.On!.Value,
            PromisedFor = request.PromisedFor,
            Answer = answer,
            RecordedAt = now,
            RecordedBy = actor.Id,
        });
        audit.Record(
            context, EhcpAudit.AdviceChased, EhcRecord.Subject, request.RecordId, personIds: [read.Record.ChildId],
            changes: [new AuditChange("advice", null, $"{adviser} {request.On:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
