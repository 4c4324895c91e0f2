using System.Text;
using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Features.Staff.LoadSurveys;
using Medway.LocalOffer.Feedback.Features.Staff.RecordTaskRun;
using Medway.LocalOffer.Feedback.Features.Staff.SeeWorkingGroup;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Feedback.Seeding;

/// <summary>Plainly made-up tasks and sessions of the working group, and figures of a survey.</summary>
internal sealed class DemoWorkingGroup(FeedbackDbContext context, IMediator mediator, TimeProvider clock, IHostEnvironment environment) : ISeeder
{
    private static readonly (TaskKind Kind, string Words, string[] Managed)[] Tasks =
    [
        (TaskKind.Find, "Find a club near you that you could go to.", ["5", "7", "9"]),
        (TaskKind.Understand, "Read the page about EHC plans. Say in your own words what happens first.", ["6", "6", "8"]),
        (TaskKind.Trust, "Look at a short break. Would you trust what it says?", ["4", "7", "8"]),
    ];

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await context.TaskScripts.AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (var (kind, words, managed) in Tasks)
        {
            var id = Made.Up(await mediator.Send(new AddTaskScript(kind.ToString(), words), cancellationToken));
            foreach (var (session, count) in managed.Index())
            {
                Made.Up(await mediator.Send(new RecordTaskRun(id, clock.Today().AddMonths(-4 * (managed.Length - session)), "10", count), cancellationToken));
            }
        }

        var file = $"measure,on,answers,positive,source\nhealth-communication,{clock.Today().AddMonths(-6):yyyy-MM-dd},60,27,Made up for trying out\nfeel-involved,{clock.Today().AddMonths(-6):yyyy-MM-dd},60,33,Made up for trying out\n";
        Made.Up(await mediator.Send(new LoadSurveys(new ImportFile("made-up.csv", Encoding.UTF8.GetBytes(file)), DryRun: false), cancellationToken));
    }
}
