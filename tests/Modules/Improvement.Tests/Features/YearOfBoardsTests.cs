using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Packs;
using Medway.LocalOffer.Improvement.Features.Staff.CloseMatter;
using Medway.LocalOffer.Improvement.Features.Staff.MakeBoardPack;
using Medway.LocalOffer.Improvement.Features.Staff.PlanBoards;
using Medway.LocalOffer.Improvement.Features.Staff.RaiseMatter;
using Medway.LocalOffer.Improvement.Features.Staff.UpdatePart;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>A year of boards, six weeks apart, on a clock of its own.</summary>
[Proves("improvement")]
public sealed class YearOfBoardsTests(App app) : IClassFixture<App>
{
    private const int Boards = 9;

    /// <summary>For all parts and all numbers, read and written.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Packs_OfAYear_AreMadeTwiceAlike_AndOpenAgainWithTheirOwnNumbers()
    {
        var first = app.Clock.Today().AddDays(PartFacts.DaysOfACycle);
        List<(Guid Id, byte[] Content)> made = [];
        List<Guid> matters = [];
        for (var cycle = 0; cycle < Boards; cycle++)
        {
            var board = first.AddDays(cycle * PartFacts.DaysOfACycle);
            app.Clock.StandAt(UkTime.At(board.AddDays(-21), new TimeOnly(9, 0)));
            var id = await app.DoAsync(new PlanBoard(board));
            await TellAsync(cycle);
            matters.Add(await app.DoAsync(new RaiseMatter(MatterKind.Risk, $"Risk {cycle}", "It may go wrong", null, null, null, "Head of Inclusion", board)));
            if (cycle % 2 == 1)
            {
                await app.DoAsync(new CloseMatter(matters[cycle - 1], "It did not go wrong"));
            }

            app.Clock.StandAt(UkTime.At(board.AddDays(-1), new TimeOnly(16, 0)));
            var making = Stopwatch.StartNew();
            var pack = await app.DoAsync(new MakeBoardPack(id));
            making.Elapsed.ShouldBeLessThan(Longest);
            app.Clock.Move(TimeSpan.FromHours(1));
            (await app.DoAsync(new MakeBoardPack(id))).ShouldBe(pack, "nothing has changed");
            made.Add((pack, await WrittenNowAsync(id)));
        }

        var stored = await StoredAsync();
        stored.Select(pack => pack.Id).ShouldBe(made.Select(pack => pack.Id));
        var facts = stored.Select(pack => PackFacts.Read(pack.Facts)).ToList();
        var numbers = await NumbersAsync();
        numbers.Length.ShouldBeGreaterThan(31);
        foreach (var ((_, content), pack, read) in made.Zip(stored, facts))
        {
            pack.Content.ShouldBe(content, "another reading of the same day gives the same bytes");
            PackWriter.Write(read).ShouldBe(content);
            Convert.ToHexStringLower(SHA256.HashData(content)).ShouldBe(pack.Digest);
            read.Parts.Count.ShouldBe(52);
            read.Figures.Select(figure => figure.Code).ShouldBe(numbers);
        }

        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        foreach (var (id, content) in made)
        {
            (await office.GetByteArrayAsync(new Uri($"/staff/improvement/packs/{id:D}", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe(content);
        }

        foreach (var (before, now) in facts.Zip(facts.Skip(1)))
        {
            ShouldFollow(before, now);
        }

        stored.Select(pack => pack.Digest).Distinct().Count().ShouldBe(Boards, "each has numbers of its own");
        facts[^1].Parts.ShouldContain(part => part.Told!.Done == "<script>alert(8)</script> Cycle 8");
        Encoding.UTF8.GetString(made[^1].Content).ShouldNotContain("<script");
    }

    /// <summary>The list of changes is what is different between the two packs, and no matter is lost between them.</summary>
    private static void ShouldFollow(PackFacts before, PackFacts now)
    {
        now.Last!.Board.ShouldBe(before.Board);
        var different = before.Parts.Join(now.Parts, part => part.Id, part => part.Id, (old, part) => (old, part))
            .Where(pair => (pair.old.Colour, pair.old.Due, pair.old.StepsDone) != (pair.part.Colour, pair.part.Due, pair.part.StepsDone)).Select(pair => pair.part.Reference);
        now.Changes.Select(change => change.Reference).Distinct().ShouldBe(different);
        now.Changes.ShouldNotBeEmpty();
        (before.Matters.Count + now.Last.RaisedSince - now.Last.ClosedSince).ShouldBe(now.Matters.Count);
        now.Last.RaisedSince.ShouldBeGreaterThanOrEqualTo(1);
    }

    /// <summary>Every part but one in ten, which is silent for this board.</summary>
    private async Task TellAsync(int cycle)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var parts = await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Parts.OrderBy(part => part.Position).Select(part => part.Id).ToListAsync();
        foreach (var (index, part) in parts.Index().Where(part => part.Index % 10 != cycle % 10))
        {
            var done = $"{(index == 1 ? $"<script>alert({cycle})</script> " : "")}Cycle {cycle}";
            (await mediator.Send(new UpdatePart(part, ((index * 17) + (cycle * 29)) % 101, done, "None yet", "More", index % 3 == 0 ? "It helps" : "", index % 3 == 0 ? "" : "No time")))
                .IsOk.ShouldBeTrue();
        }
    }

    private async Task<byte[]> WrittenNowAsync(Guid board)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var meeting = await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Boards.SingleAsync(one => one.Id == board);
        return PackWriter.Write(await scope.ServiceProvider.GetRequiredService<PackReader>().ReadAsync(meeting, TestContext.Current.CancellationToken));
    }

    private async Task<string[]> NumbersAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Kpis.OrderBy(kpi => kpi.Position).Select(kpi => kpi.Code).ToArrayAsync();
    }

    private async Task<List<BoardPack>> StoredAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Packs.AsNoTracking().OrderBy(pack => pack.At).ToListAsync();
    }
}
