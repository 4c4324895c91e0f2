using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Features.Packs;
using Medway.LocalOffer.Improvement.Features.Staff.PlanBoards;
using Medway.LocalOffer.Improvement.Figures;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>The pack of a board over whatever rows there are.</summary>
public static class MadePacks
{
    /// <summary>Plans a board in two weeks.</summary>
    public static Task<Guid> PlanBoardAsync(this App app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.DoAsync(new PlanBoard(app.Clock.Today().AddDays(14)));
    }

    /// <summary>Counts every number that the site counts, as the job of each day does.</summary>
    /// <returns>How many figures were written.</returns>
    public static async Task<int> TakeFiguresAsync(this App app)
    {
        await using var scope = ScopeOf(app);
        using var transaction = OneTransaction.Begin();
        var written = await scope.ServiceProvider.GetRequiredService<LiveFigures>().TakeAsync(CancellationToken.None);
        transaction.Complete();
        return written;
    }

    /// <summary>Reads what the pack of a board says today, and writes it.</summary>
    /// <returns>How many parts and figures it has, and the document.</returns>
    public static async Task<(int Parts, int Figures, byte[] Content)> WritePackAsync(this App app, Guid board)
    {
        await using var scope = ScopeOf(app);
        var meeting = await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Boards.AsNoTracking().SingleAsync(one => one.Id == board);
        var facts = await scope.ServiceProvider.GetRequiredService<PackReader>().ReadAsync(meeting, CancellationToken.None);
        return (facts.Parts.Count, facts.Figures.Count, PackWriter.Write(facts));
    }

    private static AsyncServiceScope ScopeOf(App app) => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
}
