using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Ehcp.Features.Staff.NameDelivery;
using Medway.LocalOffer.Ehcp.Features.Staff.RecordEvent;
using Medway.LocalOffer.Ehcp.Features.Staff.SeeAppointments;
using Medway.LocalOffer.Ehcp.Features.Staff.SeePlan;
using Medway.LocalOffer.Ehcp.Features.Staff.SeeSetting;
using Medway.LocalOffer.Ehcp.Features.Staff.SendPlan;
using Medway.LocalOffer.Ehcp.Features.Staff.WritePlanPart;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Ehcp.Seeding;

/// <summary>A plan with its texts, a move of phase, appointments, and children who are not taught at a school; by the operations that staff use.</summary>
internal sealed class DemoPlans(EhcpDbContext context, IMediator mediator, IStaffNames staff, IHostEnvironment environment, TimeProvider clock) : ISeeder
{
    private const string AdviceGiver = "advice-giver@demo.example.org";
    private const string MadeUp = "Made up, to show how it looks.";
    private const string Help = "Made up: a teaching assistant works with the child for 20 minutes each school day.";

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the records and their panels.</summary>
    public int Order => 12;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await staff.FindAsync(AdviceGiver, cancellationToken) is null || await context.Plans.AnyAsync(cancellationToken))
        {
            return;
        }

        await MoveAsync(cancellationToken);
        await WriteDraftAsync(cancellationToken);
        await ChangePlanAsync(cancellationToken);
        await SettingsAsync(cancellationToken);
        await AppointmentsAsync(cancellationToken);
    }

    /// <summary>The draft that the demo record with a draft was sent with: a second one, with its text.</summary>
    private async Task WriteDraftAsync(CancellationToken cancellationToken)
    {
        if (await FirstAsync(Stage.DraftYourTurn, cancellationToken) is { } record)
        {
            await WriteAsync(record, withSchool: false, cancellationToken);
            Check(await mediator.Send(new SendPlan(record, EventKind.DraftServed, clock.Today(), SentBy.Portal), cancellationToken));
        }
    }

    /// <summary>A review that ended in changes, and who gives the help.</summary>
    private async Task ChangePlanAsync(CancellationToken cancellationToken)
    {
        if (await FirstAsync(Stage.ReviewHeld, cancellationToken) is not { } record)
        {
            return;
        }

        var today = clock.Today();
        await WriteAsync(record, withSchool: true, cancellationToken);
        Check(await mediator.Send(new SendPlan(record, EventKind.AmendmentServed, today, SentBy.Portal), cancellationToken));
        await WriteAsync(record, withSchool: true, cancellationToken);
        Check(await mediator.Send(new RecordEvent(record, EventKind.AmendmentAnswered, today, ""), cancellationToken));
        Check(await mediator.Send(new SendPlan(record, EventKind.AmendedFinalSent, today, null), cancellationToken));
        Check(await mediator.Send(new NameDelivery(record, PlanPart.F, Adviser.School, Help, AdviceGiver), cancellationToken));
    }

    /// <summary>Before its plan was changed in the year of the move: its 15 February is in sight.</summary>
    private async Task MoveAsync(CancellationToken cancellationToken)
    {
        if (await FirstAsync(Stage.PlanInPlace, cancellationToken) is { } record)
        {
            var today = clock.Today();
            Check(await mediator.Send(new RecordEvent(record, EventKind.PhaseTransfer, new DateOnly(today.Month >= 9 ? today.Year + 1 : today.Year, 9, 1), ""), cancellationToken));
        }
    }

    private async Task WriteAsync(Guid record, bool withSchool, CancellationToken cancellationToken)
    {
        Check(await mediator.Send(new StartPlan(record), cancellationToken));
        var plan = await context.Plans.Where(plan => plan.RecordId == record).OrderByDescending(plan => plan.Number).FirstAsync(cancellationToken);
        foreach (var part in Enum.GetValues<PlanPart>().Where(part => part != PlanPart.J && (withSchool || part != PlanPart.I)))
        {
            var version = await context.PlanTexts.Where(text => text.PlanId == plan.Id && text.Part == part).Select(text => text.Version).FirstOrDefaultAsync(cancellationToken);
            Check(await mediator.Send(new WritePlanPart(record, part, part == PlanPart.F ? Help : $"Made up: {PlanWords.Of(part)}.", version), cancellationToken));
        }
    }

    private async Task SettingsAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var records = await context.Records.Where(record => !record.IsOver).OrderBy(record => record.ReceivedOn).ThenBy(record => record.Id).Select(record => record.Id).ToListAsync(cancellationToken);
        foreach (var (record, kind) in records.Zip([SettingKind.School, SettingKind.Section19, SettingKind.OtherThanAtSchool, SettingKind.HomeByChoice]))
        {
            Check(await mediator.Send(
                new RecordSetting(record, kind, today.AddDays(-30), MadeUp, kind is SettingKind.OtherThanAtSchool or SettingKind.HomeByChoice ? today.AddDays(-28) : null), cancellationToken));
        }
    }

    private async Task AppointmentsAsync(CancellationToken cancellationToken)
    {
        if (await FirstAsync(Stage.GatheringAdvice, cancellationToken) is { } record)
        {
            Check(await mediator.Send(new RecordAppointment(record, Adviser.EducationalPsychologist, clock.Today().AddDays(9), "10:30", "Made up: at the school. Bring nothing."), cancellationToken));
        }
    }

    private Task<Guid?> FirstAsync(Stage stage, CancellationToken cancellationToken) =>
        context.Records.Where(record => record.Stage == stage).OrderBy(record => record.Id).Select(record => (Guid?)record.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Records are made by the file beside this, so a refusal is a bug.</summary>
    private static T Check<T>(Outcome<T> outcome) => outcome.IsOk
        ? outcome.Value
        : throw new InvalidDataException($"Demo plans: {string.Join("; ", outcome.Errors.Select(error => $"{error.Field}: {error.Message}"))}");
}
