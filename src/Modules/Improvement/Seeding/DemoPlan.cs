using System.Text;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Features.Staff.LoadPlan;
using Medway.LocalOffer.Improvement.Plans;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Improvement.Seeding;

/// <summary>A second, plainly made-up plan of two parts, by the operation that staff use.</summary>
internal sealed class DemoPlan(ImprovementDbContext context, IMediator mediator, IHostEnvironment environment, TimeProvider clock) : ISeeder
{
    private const string Slug = "made-up-plan";

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await context.Plans.AnyAsync(plan => plan.Slug == Slug, cancellationToken))
        {
            return;
        }

        var due = clock.Today().AddMonths(6);
        var file = $"""
            {string.Join(',', PlanFile.Columns)}
            plan,{Slug},,"A made-up second plan, to show how it looks",,,,,,,,,,
            area,1,,A made-up area,Made up,Head of Inclusion,,,,A made-up board,,,,
            action,M1.1,1,,"Made up, to show how it looks",Head of Inclusion,In half a year,Made up,Made up,,,,,
            part,M1.1a,M1.1,,"(a) Made up, to show how it looks",,{due:yyyy-MM},,,,,,,
            part,M1.1b,M1.1,,"(b) Made up, to show how it looks",,{due.AddMonths(2):yyyy-MM},,,,,,,
            """;
        var loaded = await mediator.Send(new LoadPlan(new ImportFile("made-up.csv", Encoding.UTF8.GetBytes(file)), DryRun: false), cancellationToken);
        if (loaded.Value.Problems is [var problem, ..])
        {
            throw new InvalidOperationException($"A made-up plan was not taken: {problem.Where}: {problem.Message}");
        }
    }
}
