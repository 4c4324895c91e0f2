using System.Globalization;
using System.Text;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Staff.LoadFigures;
using Medway.LocalOffer.Improvement.Figures;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Improvement.Seeding;

/// <summary>A partner's plainly made-up file of a year, by the operation that staff use; and what the demo's own records count to.</summary>
internal sealed class DemoFigures(ImprovementDbContext context, IMediator mediator, LiveFigures figures, IHostEnvironment environment, TimeProvider clock) : ISeeder
{
    private const string Code = "K10";

    private static readonly int[] MadeUp = [31, 29, 33, 30, 32, 28, 27, 24, 21, 19, 16, 14];

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await context.KpiFigures.AnyAsync(figure => figure.Origin == FigureOrigin.Partner, cancellationToken))
        {
            return;
        }

        var file = new StringBuilder(string.Join(',', PartnerFigures.Columns)).AppendLine();
        foreach (var (period, value) in KpiPeriods.Ended(KpiFrequency.Month, clock.Today(), MadeUp.Length).Reverse().Zip(MadeUp))
        {
            file.AppendLine(CultureInfo.InvariantCulture, $"{Code},{period.From:yyyy-MM-dd},{period.Until:yyyy-MM-dd},{value},,\"Made up, to show how it looks\"");
        }

        var loaded = await mediator.Send(new LoadFigures(FiguresKind.Partner, new ImportFile("made-up.csv", Encoding.UTF8.GetBytes(file.ToString())), DryRun: false), cancellationToken);
        if (loaded.Value.Problems is [var problem, ..])
        {
            throw new InvalidOperationException($"A made-up figure was not taken: {problem.Where}: {problem.Message}");
        }

        using var transaction = OneTransaction.Begin();
        await figures.TakeAsync(cancellationToken);
        transaction.Complete();
    }
}
