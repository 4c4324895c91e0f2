using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>Records by COPY, with the days to come planned by the product: what a scheduler finds in the morning.</summary>
internal static class ScheduledCaseload
{
    /// <returns>The children, one way after the other: the first is on the first way of <see cref="ScheduledWay.All"/>.</returns>
    public static async Task<IReadOnlyList<Guid>> ScheduledAsync(this App app, int count)
    {
        var ways = Enumerable.Range(0, count).Select(WayOf).ToList();
        var families = await app.CrowdAsync(0, [.. ways.Select(way => way.Born)]);
        using var officer = await app.SignInWithAsync(ActorKind.Staff, []);
        List<EhcRecord> records = [];
        List<EhcEvent> events = [];
        List<Touchpoint> planned = [];
        await using (var scope = app.Scope())
        {
            var (context, reader) = (scope.ServiceProvider.GetRequiredService<EhcpDbContext>(), scope.ServiceProvider.GetRequiredService<RecordReader>());
            var kinds = await context.TouchpointKinds.AsNoTracking().ToDictionaryAsync(kind => kind.Code, Given.Now);
            var children = await scope.ServiceProvider.GetRequiredService<IPeople>().FindAsync([.. families.Select(family => family.ChildId)], Given.Now);
            foreach (var (number, family) in families.Index())
            {
                var record = Record(app, number, family, officer.AccountId);
                List<EhcEvent> own = [.. ways[number].Steps.Select(step => Event(app, record, step))];
                reader.Follow(record, own, children[family.ChildId]);
                records.Add(record);
                events.AddRange(own);
                planned.AddRange(ways[number].Planned.Select(code => Planned(app, kinds[code], record, own[^1], family.ParentId)));
            }

            await context.CopyAsync(records, Given.Now);
            await context.CopyAsync(events, Given.Now);
            await context.CopyAsync(planned, Given.Now);
            foreach (var touchpoint in planned)
            {
                await scope.ServiceProvider.GetRequiredService<Occurrences>().PlanAsync(
                    context, DueTouchpoints.Kind, touchpoint.Id, "due", UkTime.StartOf(app.Today().AddDays(kinds[touchpoint.Code].After)), Given.Now);
            }
        }

        foreach (var record in records)
        {
            await using var scope = app.Scope();
            var read = await scope.ServiceProvider.GetRequiredService<RecordReader>().ReadAsync(record.Id, null, Given.Now);
            await scope.ServiceProvider.GetRequiredService<Planner>().PlanMomentsAsync(read.ShouldNotBeNull(), Given.Now);
        }

        return [.. families.Select(family => family.ChildId)];
    }

    public static ScheduledWay WayOf(int number) => ScheduledWay.All[number % ScheduledWay.All.Count];

    private static EhcRecord Record(App app, int number, MadePair family, Guid officer) => new()
    {
        Id = Guid.CreateVersion7(app.Clock.GetUtcNow()),
        Reference = $"EHC-{number:00000}",
        ChildId = family.ChildId,
        AskedBy = Asker.Parent,
        AskerId = family.ParentId,
        ReceivedOn = app.Today().AddDays(WayOf(number).Steps[0].Day),
        Evidence = "A made-up report",
        CoordinatorId = officer,
        Stage = Stage.Asked,
        RecordedAt = app.Clock.GetUtcNow(),
    };

    private static EhcEvent Event(App app, EhcRecord record, ScheduledStep step) => new()
    {
        Id = Guid.CreateVersion7(app.Clock.GetUtcNow()),
        RecordId = record.Id,
        Kind = step.Kind,
        Adviser = step.Adviser,
        HappenedOn = app.Today().AddDays(step.Day),
        RecordedAt = app.Clock.GetUtcNow(),
    };

    private static Touchpoint Planned(App app, TouchpointKind kind, EhcRecord record, EhcEvent cause, Guid parent) => new()
    {
        Id = Guid.CreateVersion7(app.Clock.GetUtcNow()),
        RecordId = record.Id,
        Code = kind.Code,
        Occasion = $"{cause.Id}",
        EventId = cause.Id,
        PersonId = parent,
        Mode = kind.Mode,
        DueOn = app.Today().AddDays(kind.Count),
        State = TouchpointState.Planned,
        CreatedAt = app.Clock.GetUtcNow(),
    };
}
