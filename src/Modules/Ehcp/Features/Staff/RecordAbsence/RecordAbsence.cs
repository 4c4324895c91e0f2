using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Absences;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordAbsence;

/// <summary>An officer is away for some days, and who covers. An officer writes down their own; a team manager anybody's.</summary>
/// <param name="Officer">The address with which they sign in; empty for oneself.</param>
/// <param name="Cover">The same of whoever covers.</param>
internal sealed record RecordAbsence(string Officer, string Cover, DateOnly? From, DateOnly? To) : ICommand<Guid>
{
    public Permission Permission => EhcpPermissions.Absences;
}

internal sealed class RecordAbsenceValidator : AbstractValidator<RecordAbsence>
{
    public const int MaximumEmail = 254;
    private const int MostDays = 366;

    public RecordAbsenceValidator(TimeProvider clock)
    {
        RuleFor(one => one.Officer).MaximumLength(MaximumEmail).WithMessage("That is too long for an e-mail address");
        RuleFor(one => one.Cover).NotEmpty().WithMessage("Write who covers").MaximumLength(MaximumEmail).WithMessage("That is too long for an e-mail address");
        RuleFor(one => one.From).NotNull().WithMessage("Write the first day").Must(from => from is null || from <= clock.Today().AddDays(MostDays)).WithMessage("This day is more than a year away. Check the year");
        RuleFor(one => one.To).NotNull().WithMessage("Write the last day")
            .Must((one, to) => to is null || one.From is null || to >= one.From).WithMessage("The last day is before the first")
            .Must(to => to is null || to >= clock.Today()).WithMessage("This day has passed. Write down an absence that goes on or is to come")
            .Must((one, to) => to is null || one.From is null || to.Value.DayNumber - one.From.Value.DayNumber <= MostDays).WithMessage("That is more than a year. Hand the records over instead");
    }
}

internal sealed class RecordAbsenceHandler(EhcpDbContext context, Covering covering, IStaffNames staff, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordAbsence, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RecordAbsence request, CancellationToken cancellationToken)
    {
        var officer = string.IsNullOrWhiteSpace(request.Officer) ? actor.AccountId : await staff.FindAsync(request.Officer.Trim(), cancellationToken);
        if (officer is not { } away)
        {
            return Outcome.Invalid(nameof(request.Officer), "No member of staff signs in with this address");
        }

        if (away != actor.AccountId && actor.Kind == ActorKind.Staff && !actor.RolesHeld.Contains(Roles.TeamManager))
        {
            return Outcome.Invalid(nameof(request.Officer), "Only a team manager can write down that somebody else is away. Leave it empty for yourself");
        }

        if (await staff.FindAsync(request.Cover.Trim(), cancellationToken) is not { } cover)
        {
            return Outcome.Invalid(nameof(request.Cover), "No member of staff signs in with this address");
        }

        if (cover == away)
        {
            return Outcome.Invalid(nameof(request.Cover), "Somebody else has to cover");
        }

        var (from, to) = (request.From!.Value, request.To!.Value);
        await context.Database.LockAsync("ehcp.absences", cancellationToken);
        var others = await context.Absences.Where(one => (one.AccountId == away || one.AccountId == cover) && one.From <= to && one.To >= from).ToListAsync(cancellationToken);
        if (others.Find(one => one.AccountId == away) is { } same)
        {
            return Outcome.Invalid(nameof(request.From), $"They are away already from {same.From.Long()} to {same.To.Long()}. Choose other days, or end that one first");
        }

        return others.Count > 0
            ? Outcome.Invalid(nameof(request.Cover), $"Whoever covers is away themselves from {others[0].From.Long()} to {others[0].To.Long()}. Choose somebody else")
            : await AddAsync(away, cover, from, to, cancellationToken);
    }

    private async Task<Outcome<Guid>> AddAsync(Guid away, Guid cover, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var absence = new Absence { Id = Guid.CreateVersion7(now), AccountId = away, CoverId = cover, From = from, To = to, RecordedAt = now, RecordedBy = actor.Id };
        context.Absences.Add(absence);
        audit.Record(
            context, EhcpAudit.AbsenceRecorded, "account", away,
            changes: [new AuditChange("away", null, $"{from:yyyy-MM-dd} {to:yyyy-MM-dd}"), new AuditChange("cover", null, $"{cover}")]);
        await context.SaveChangesAsync(cancellationToken);
        await covering.BeginAsync(absence, cancellationToken);
        return absence.Id;
    }
}
