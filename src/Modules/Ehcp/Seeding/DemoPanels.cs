using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Staff.AddToPanel;
using Medway.LocalOffer.Ehcp.Features.Staff.AskAdviser;
using Medway.LocalOffer.Ehcp.Features.Staff.ChaseAdvice;
using Medway.LocalOffer.Ehcp.Features.Staff.DecideAtPanel;
using Medway.LocalOffer.Ehcp.Features.Staff.PlanEhcPanel;
using Medway.LocalOffer.Ehcp.Features.Staff.RecordAttendance;
using Medway.LocalOffer.Ehcp.Features.Staff.RecordWayForward;
using Medway.LocalOffer.Ehcp.Features.Staff.ScreenRequest;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Ehcp.Seeding;

/// <summary>Panels of every kind, screening, a meeting after a no and advice that was asked for again, for the made-up records; by the operations that staff use.</summary>
internal sealed class DemoPanels(EhcpDbContext context, IMediator mediator, IStaffNames staff, IHostEnvironment environment, TimeProvider clock) : ISeeder
{
    private const string AdviceGiver = "advice-giver@demo.example.org";
    private const string MadeUp = "Made up, to show how it looks.";

    private static readonly IReadOnlyList<Attendee> Panellists =
    [
        new(PanelAgency.SendTeam, "Example Officer"), new(PanelAgency.Education, "Example Headteacher"), new(PanelAgency.EducationalPsychology, "Example Psychologist"),
        new(PanelAgency.Health, "Example Nurse"), new(PanelAgency.SocialCare, "Example Worker"),
    ];

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the records.</summary>
    public int Order => 11;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await staff.FindAsync(AdviceGiver, cancellationToken) is null || await context.Panels.AnyAsync(cancellationToken))
        {
            return;
        }

        await ScreenAsync(cancellationToken);
        await HoldAsync(PanelKind.Stage1, -3, PanelOutcome.Assess, cancellationToken);
        await HoldAsync(PanelKind.Stage2, -1, null, cancellationToken);
        await HoldAsync(PanelKind.Stage1, 4, null, cancellationToken);
        await HoldAsync(PanelKind.ComplexNeeds, -10, PanelOutcome.Discussed, cancellationToken);
        await MeetAfterNoAsync(cancellationToken);
        await ChaseAsync(cancellationToken);
    }

    /// <summary>All new requests but the newest, which waits for somebody to look at it.</summary>
    private async Task ScreenAsync(CancellationToken cancellationToken)
    {
        var stages = PanelRules.StagesFor(PanelKind.Stage1).ToList();
        var waiting = await context.Records.Where(record => stages.Contains(record.Stage)).OrderBy(record => record.ReceivedOn).ThenBy(record => record.Id).ToListAsync(cancellationToken);
        foreach (var record in waiting.SkipLast(1))
        {
            if (await context.Screenings.AnyAsync(one => one.RecordId == record.Id, cancellationToken))
            {
                continue;
            }

            Check(await mediator.Send(new ScreenRequest(record.Id, ScreeningOutcome.ReadyForPanel, record.ReceivedOn.AddDays(1), MadeUp), cancellationToken));
        }
    }

    /// <param name="days">From today.</param>
    /// <param name="said">Of the oldest request that fits; null leaves the outcome to be written down.</param>
    private async Task HoldAsync(PanelKind kind, int days, PanelOutcome? said, CancellationToken cancellationToken)
    {
        var day = clock.Today().AddDays(days);
        var stages = PanelRules.StagesFor(kind).ToList();
        var record = await context.Records
            .Where(record => stages.Contains(record.Stage) && record.ReceivedOn < day && !context.PanelItems.Any(item => item.RecordId == record.Id && item.Outcome == null))
            .OrderBy(record => record.ReceivedOn).ThenBy(record => record.Id).Select(record => (Guid?)record.Id).FirstOrDefaultAsync(cancellationToken);
        if (record is not { } id)
        {
            return;
        }

        var panel = Check(await mediator.Send(new PlanEhcPanel(kind, day), cancellationToken));
        var item = Check(await mediator.Send(new AddToPanel(panel, id), cancellationToken));
        if (days < 0)
        {
            Check(await mediator.Send(new RecordAttendance(panel, Panellists), cancellationToken));
        }

        if (said is { } outcome)
        {
            Check(await mediator.Send(new DecideAtPanel(panel, item, id, outcome, MadeUp, PanelRules.IsToldToTheFamily(outcome) ? day.AddDays(1) : null), cancellationToken));
        }

        context.ChangeTracker.Clear();
    }

    private async Task MeetAfterNoAsync(CancellationToken cancellationToken)
    {
        if (await context.Records.Where(record => record.Stage == Stage.NotAssessed).OrderBy(record => record.Id).Select(record => (Guid?)record.Id).FirstOrDefaultAsync(cancellationToken) is { } refused)
        {
            Check(await mediator.Send(new RecordWayForward(refused, WayForward.Planned, clock.Today().AddDays(6), MadeUp), cancellationToken));
        }
    }

    private async Task ChaseAsync(CancellationToken cancellationToken)
    {
        var before = clock.Today().AddDays(-Timeliness.DaysToDecide);
        var asked = await context.Events.Where(one => one.Kind == EventKind.AdviceRequested && one.Adviser == Adviser.Health && one.HappenedOn < before
                && !context.Events.Any(other => other.RecordId == one.RecordId && other.Kind == EventKind.AdviceReceived && other.Adviser == one.Adviser))
            .OrderBy(one => one.Id).Select(one => new { one.Id, one.RecordId }).FirstOrDefaultAsync(cancellationToken);
        if (asked is not null)
        {
            Check(await mediator.Send(new AskAdviser(asked.RecordId, asked.Id, AdviceGiver), cancellationToken));
            Check(await mediator.Send(new ChaseAdvice(asked.RecordId, asked.Id, ChasedBy.Phone, clock.Today().AddDays(-1), clock.Today().AddDays(5), MadeUp), cancellationToken));
        }
    }

    /// <summary>Records are made by the file beside this, so a refusal is a bug.</summary>
    private static T Check<T>(Outcome<T> outcome) => outcome.IsOk
        ? outcome.Value
        : throw new InvalidDataException($"Demo panels: {string.Join("; ", outcome.Errors.Select(error => $"{error.Field}: {error.Message}"))}");
}
