using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Absences;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.References;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.LogRequest;

/// <param name="Child">Reference or id of the child's record.</param>
/// <param name="Asker">Reference or id of the person who asked; empty when it is not a person whom People knows.</param>
/// <param name="ReceivedOn">Day 0. Received on a Sunday is received on that Sunday.</param>
/// <param name="Coordinator">The address with which the officer signs in who will look after it; empty: whoever logs it.</param>
internal sealed record LogRequest(string Child, Asker AskedBy, string Asker, DateOnly? ReceivedOn, string Evidence, string Coordinator, string Team) : ICommand<Guid>
{
    /// <summary>Of a school or somebody else who asked: where they hear that it is here, and a school what was decided. Empty for none.</summary>
    public string AskerMailbox { get; init; } = "";

    public Permission Permission => EhcpPermissions.Log;
}

internal sealed class LogRequestValidator : AbstractValidator<LogRequest>
{
    public const int MaximumText = 100;
    public const int MaximumMailbox = 254;

    public LogRequestValidator(TimeProvider clock)
    {
        RuleFor(request => request.Child).NotEmpty().WithMessage("Write the reference of the child’s record").MaximumLength(MaximumText).WithMessage("That is too long for a reference");
        RuleFor(request => request.AskedBy).IsInEnum().WithMessage("Choose who asked");
        RuleFor(request => request.Asker).MaximumLength(MaximumText).WithMessage("That is too long for a reference");
        RuleFor(request => request.AskerMailbox).Cascade(CascadeMode.Stop)
            .MaximumLength(MaximumMailbox).WithMessage("That is too long for an e-mail address")
            .EmailAddress().When(request => request.AskerMailbox.Length > 0, ApplyConditionTo.CurrentValidator).WithMessage("Write an e-mail address like name@example.org, or leave it empty")
            .Must((request, mailbox) => mailbox.Length == 0 || request.AskedBy is Asker.School or Asker.SomebodyElse)
            .WithMessage("A parent or young person is told by their own way. Leave this empty, or choose who asked");
        RuleFor(request => request.ReceivedOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day on which the council received it")
            .Must(day => day <= clock.Today()).WithMessage("This day has not come yet. Check the year")
            .Must(day => day >= Rule.RegulationsOf2014).WithMessage("The law for EHC plans began on 1 September 2014. Check the year");
        RuleFor(request => request.Evidence).MaximumLength(EhcRecord.MaximumEvidence).WithMessage($"Write {EhcRecord.MaximumEvidence} letters or fewer");
        RuleFor(request => request.Coordinator).MaximumLength(254).WithMessage("That is too long for an e-mail address");
        RuleFor(request => request.Team).MaximumLength(EhcRecord.MaximumTeam).WithMessage($"Write {EhcRecord.MaximumTeam} letters or fewer")
            .Must(team => !team.Any(char.IsControl)).WithMessage("Write the team in one line");
    }
}

internal sealed class LogRequestHandler(EhcpDbContext context, RecordReader reader, Planner planner, Requester requester, Covering covering, IPeople people, IStaffNames staff, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<LogRequest, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(LogRequest request, CancellationToken cancellationToken)
    {
        var received = request.ReceivedOn!.Value;
        var child = await PersonAsync(request.Child, cancellationToken);
        if (child is not { Kind: PersonKind.Child })
        {
            return Outcome.Invalid(nameof(request.Child), "There is no child or young person with this reference. Find the child, and copy it from the record");
        }

        if (ProblemWith(child, received) is { } problem)
        {
            return problem;
        }

        Guid? asker = null;
        if (!string.IsNullOrWhiteSpace(request.Asker))
        {
            asker = (await PersonAsync(request.Asker, cancellationToken))?.Id;
            if (asker is null || !(asker == child.Id || (await people.AroundAsync(child.Id, cancellationToken)).Any(one => one.PersonId == asker)))
            {
                return Outcome.Invalid(nameof(request.Asker), "Nobody with this reference is on the child’s record. Add them there first, or leave it empty");
            }
        }

        var coordinator = string.IsNullOrWhiteSpace(request.Coordinator) ? actor.AccountId : await staff.FindAsync(request.Coordinator.Trim(), cancellationToken);
        if (coordinator is not { } owner)
        {
            return Outcome.Invalid(nameof(request.Coordinator), "No member of staff signs in with this address. Leave it empty to look after it yourself");
        }

        await context.Database.LockAsync($"ehcp.child {child.Id}", cancellationToken);
        if (await context.Records.Where(record => record.ChildId == child.Id && !record.IsOver).Select(record => record.Reference).FirstOrDefaultAsync(cancellationToken) is { } open)
        {
            return Outcome.Invalid(nameof(request.Child), $"This child has an open record already: {open}. Write the second request on it, or ask whoever looks after it");
        }

        return await AddAsync(request, child, asker, owner, cancellationToken);
    }

    private static Outcome<Guid>? ProblemWith(Person child, DateOnly received) => child switch
    {
        { DiedOn: not null } => Outcome.Invalid(nameof(LogRequest.Child), "This child has died. Nothing is logged or sent. Ask the duty manager"),
        { BornOn: { } born } when received < born => Outcome.Invalid(nameof(LogRequest.ReceivedOn), $"The child was born on {born.Long()}. The request cannot have come before that"),
        { BornOn: { } born } when Ages.AgeOn(born, received) >= Ages.OldestWithPlan => Outcome.Invalid(
            nameof(LogRequest.ReceivedOn), $"The young person was {Ages.OldestWithPlan} by that day. An EHC plan is for those under {Ages.OldestWithPlan}"),
        _ => null,
    };

    private async Task<Guid> AddAsync(LogRequest request, Person child, Guid? asker, Guid coordinator, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var record = new EhcRecord
        {
            Id = Guid.CreateVersion7(now),
            Reference = await FreeReferenceAsync(cancellationToken),
            ChildId = child.Id,
            AskedBy = request.AskedBy,
            AskerId = asker,
            AskerMailbox = string.IsNullOrWhiteSpace(request.AskerMailbox) ? null : request.AskerMailbox.Trim(),
            ReceivedOn = request.ReceivedOn!.Value,
            Evidence = request.Evidence.Trim(),
            CoordinatorId = coordinator,
            CoverId = await covering.CoverOfAsync(coordinator, cancellationToken),
            Team = string.IsNullOrWhiteSpace(request.Team) ? null : request.Team.Trim(),
            Stage = Stage.Asked,
            RecordedAt = now,
        };
        var received = new EhcEvent
        {
            Id = Guid.CreateVersion7(now),
            RecordId = record.Id,
            Kind = EventKind.RequestReceived,
            HappenedOn = record.ReceivedOn,
            RecordedAt = now,
            RecordedBy = actor.Id,
        };
        reader.Follow(record, [received], child);
        context.AddRange(record, received);
        audit.Record(
            context, EhcpAudit.Logged, EhcRecord.Subject, record.Id, personIds: [child.Id],
            changes: [new AuditChange("received_on", null, $"{record.ReceivedOn:yyyy-MM-dd}"), new AuditChange("coordinator", null, $"{coordinator}")]);
        await context.SaveChangesAsync(cancellationToken);
        await planner.StartAsync(received, cancellationToken);
        await requester.ReceivedAsync(record, record.ReceivedOn.AddDays(Timeliness.DaysToDecide), cancellationToken);
        return record.Id;
    }

    private async Task<Person?> PersonAsync(string typed, CancellationToken cancellationToken) =>
        await people.ByReferenceAsync(typed.Trim(), cancellationToken) is { } id ? (await people.FindAsync([id], cancellationToken)).GetValueOrDefault(id) : null;

    private async Task<string> FreeReferenceAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var reference = References.New(EhcRecord.ReferencePrefix);
            if (!await context.Records.AnyAsync(record => record.Reference == reference, cancellationToken))
            {
                return reference;
            }
        }
    }
}
