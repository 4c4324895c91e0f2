using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.Ehcp.Features.Staff.KeepFacts;
using Medway.LocalOffer.Ehcp.Features.Staff.RecordAbsence;
using Medway.LocalOffer.Ehcp.Features.Staff.RecordCall;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Seeding;

/// <summary>Calls to made-up parents, what they told us, and an officer who will be away, by the operations that staff use.</summary>
internal sealed class DemoCalls(EhcpDbContext context, IMediator mediator, IStaffNames staff, SeedFiles files, TimeProvider clock) : ISeeder
{
    private const string Coordinator = "ehc-coordinator@demo.example.org";
    private const string Manager = "team-manager@demo.example.org";

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the records and the panels.</summary>
    public int Order => 12;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var ids = files.Rows(SeedSet.Demo, "people.csv", "key", "id").ToDictionary(row => row["key"], row => Guid.Parse(row["id"]));

        // Only where the made-up records are.
        if (await context.Calls.AnyAsync(cancellationToken) || await RecordAsync("family-03") is not { } waiting || await RecordAsync("family-01") is not { } gathering)
        {
            return;
        }

        await mediator.Send(new RecordCall(waiting, ids["family-03-parent-1"], CallOutcome.NobodyAnswered, ""), cancellationToken);
        await mediator.Send(new RecordCall(gathering, ids["family-01-parent-1"], CallOutcome.Spoken, "Made up: the psychologist comes next week."), cancellationToken);
        await mediator.Send(
            new KeepFact(gathering, FactTopic.HowToTalk, ids["family-01-parent-1"], Adviser.Family, "Made up: short sentences, and time to answer.", clock.Today().AddDays(-30), MayBeReused: true), cancellationToken);
        await mediator.Send(new AskFamily(gathering, FactTopic.WhatHelps, ""), cancellationToken);
        await mediator.Send(new AskFamily(gathering, FactTopic.HowToTalk, "Made up: to see whether it is still so."), cancellationToken);
        if (await staff.FindAsync(Manager, cancellationToken) is not null)
        {
            await mediator.Send(new RecordAbsence(Coordinator, Manager, clock.Today().AddDays(20), clock.Today().AddDays(23)), cancellationToken);
        }

        Task<Guid?> RecordAsync(string family)
        {
            var child = ids[$"{family}-child"];
            return context.Records.Where(record => record.ChildId == child && !record.IsOver).Select(record => (Guid?)record.Id).FirstOrDefaultAsync(cancellationToken);
        }
    }
}
