using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Staff.LookAtCharter;
using Medway.LocalOffer.Improvement.Features.Staff.RecordBriefing;
using Medway.LocalOffer.Improvement.Features.Staff.RecordEngagement;
using Medway.LocalOffer.Improvement.Features.Staff.SignCharter;
using Medway.LocalOffer.Improvement.Features.Staff.WriteCharter;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Improvement.Seeding;

/// <summary>Plainly made-up groups that were asked, a charter and a briefing, by the operations that staff use.</summary>
internal sealed class DemoVoices(ImprovementDbContext context, IMediator mediator, IHostEnvironment environment, TimeProvider clock) : ISeeder
{
    private const string MadeUp = "Made up, to show how it looks.";

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await context.Engagements.AnyAsync(cancellationToken))
        {
            return;
        }

        var parts = await context.Parts.ToDictionaryAsync(part => part.Reference, part => part.Id, cancellationToken);
        var day = clock.Today().AddDays(-30);
        foreach (var (group, level, part, changed) in new[]
        {
            (AskedGroup.YoungPeople, EngagementLevel.CoProduced, "4.2", MadeUp),
            (AskedGroup.Children, EngagementLevel.Consulted, "2.1a", ""),
            (AskedGroup.ParentsAndCarers, EngagementLevel.Involved, "3.6", MadeUp),
            (AskedGroup.Professionals, EngagementLevel.Informed, "2.5", ""),
        })
        {
            Done(await mediator.Send(new RecordEngagement(day, group, "A made-up group", level, parts.TryGetValue(part, out var id) ? id : null, null, MadeUp, MadeUp, changed), cancellationToken));
        }

        Done(await mediator.Send(new WriteCharter("A made-up charter", MadeUp, day.AddYears(-1)), cancellationToken));
        Done(await mediator.Send(new SignCharter("A made-up youth council", day.AddYears(-1)), cancellationToken));
        Done(await mediator.Send(new LookAtCharter(MadeUp, day), cancellationToken));
        Done(await mediator.Send(
            new RecordBriefing(day, "A made-up briefing", MadeUp, new Dictionary<BriefedAgency, int> { [BriefedAgency.Schools] = 31, [BriefedAgency.Health] = 7, [BriefedAgency.Council] = 12 }), cancellationToken));
    }

    private static void Done<T>(Outcome<T> outcome)
    {
        if (!outcome.IsOk)
        {
            throw new InvalidOperationException($"Something made up was not taken: {string.Join(" ", outcome.Errors.Select(error => error.Message))}");
        }
    }
}
