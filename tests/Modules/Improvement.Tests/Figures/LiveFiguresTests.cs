using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Figures;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Figures;

[Proves("improvement")]
public sealed class LiveFiguresTests(App app) : IClassFixture<App>
{
    private const int Sets = 5;

    /// <summary>How codes begin that are counted from rows which these sets do not have: the tests of their own modules count them by hand.</summary>
    private static readonly string[] Elsewhere =
    [
        "register.coverage-", "register.withdrawals", "register.yes-", "codesign.", "feedback.complaints-answered", "feedback.helpful", "feedback.themes-", "feedback.task-",
        "feedback.survey-",
    ];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryLiveNumber_OnFiveSetsOfRows_EqualsABruteForceCount()
    {
        Dictionary<string, (bool SeenSome, bool SeenShare)> seen = [];
        for (var set = 1; set <= Sets; set++)
        {
            await app.HistoriesAsync(set, records: 60);
            await AddMovesAndAuditsAsync(set);
            await using var scope = Scope();
            var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
            var sources = scope.ServiceProvider.GetServices<IKpiSource>().SelectMany(source => source.Kpis.Select(kpi => (kpi.Code, source))).ToDictionary(one => one.Code, one => one.source);
            var kpis = (await context.Kpis.Where(kpi => kpi.Feed != null).ToListAsync(Now)).ToDictionary(kpi => kpi.Feed!);
            kpis.Keys.Except(sources.Keys).ShouldBeEmpty();
            var feeds = sources.Keys.Where(code => !Array.Exists(Elsewhere, start => code.StartsWith(start, StringComparison.Ordinal))).ToList();
            kpis.Keys.Except(feeds).ShouldBeEmpty("no number of the plan is left to another test");
            var today = app.Clock.Today();
            KpiPeriod[] periods = [.. new[] { KpiFrequency.Month, KpiFrequency.Quarter, KpiFrequency.YearSoFar }.Select(often => KpiPeriods.Ended(often, today, 1).First()), new(today.AddDays(-400), today)];
            foreach (var (code, period) in feeds.SelectMany(code => periods.Select(period => (code, period))))
            {
                var (numerator, denominator) = await BruteForce.CountAsync(context, code, period, today);
                var value = await sources[code].ValueAsync(code, period, Now);

                (value?.Numerator ?? 0, value?.Denominator ?? (denominator is null ? null : 0)).ShouldBe(BruteForce.Shown(code, (numerator, denominator), value?.IsSuppressed ?? true), $"{code} in set {set}, {period}");
                var before = seen.GetValueOrDefault(code);
                seen[code] = (before.SeenSome || numerator > 0, before.SeenShare || denominator is null || numerator < denominator);
            }

            foreach (var source in feeds.GroupBy(code => sources[code]))
            {
                await ShouldSayTheSameAsync(source.Key, [.. source.SelectMany(code => periods.Select(period => (code, period)))]);
            }
        }

        // The rows are such that nothing is all or nothing: a source that answered 0, or 100 %, would have been seen.
        seen.ShouldAllBe(one => one.Value.SeenSome && one.Value.SeenShare);
        seen.Count.ShouldBeGreaterThanOrEqualTo(27);
    }

    [Fact]
    public async Task Taking_WritesWhatIsCounted_OnceAndAgainWhenRowsCameLate()
    {
        await app.HistoriesAsync(77, records: 80);
        await TakeAsync();
        await using (var scope = Scope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
            var today = app.Clock.Today();
            var compared = 0;
            foreach (var state in (await scope.ServiceProvider.GetRequiredService<KpiReader>().ReadAsync(only: null, Now)).Where(state => state.Kpi.Feed is not null))
            {
                foreach (var figure in state.Own.Where(figure => !figure.IsSuppressed))
                {
                    var (numerator, denominator) = BruteForce.Shown(
                        state.Kpi.Feed!, await BruteForce.CountAsync(context, state.Kpi.Feed!, new KpiPeriod(figure.From!.Value, figure.Until), today), isSuppressed: false);
                    (figure.Numerator, figure.Denominator).ShouldBe((numerator, denominator), $"{state.Kpi.Code} until {figure.Until}");
                    figure.Value.ShouldBe(denominator is null ? numerator : Math.Round(100 * numerator / denominator.Value, 1, MidpointRounding.AwayFromZero));
                    compared++;
                }

                // What is too small has left no number behind.
                state.Own.Where(figure => figure.IsSuppressed).ShouldAllBe(figure => figure.Numerator == null && figure.Denominator == null);
            }

            compared.ShouldBeGreaterThan(50);
        }

        (await TakeAsync()).ShouldBe(0);
        await app.HistoriesAsync(78, records: 80);
        (await TakeAsync()).ShouldBeGreaterThan(0);
    }

    /// <summary>All at once, as they are taken each day, and one by one.</summary>
    private static async Task ShouldSayTheSameAsync(IKpiSource source, List<(string Code, KpiPeriod Period)> asked)
    {
        var together = await source.ValuesAsync(asked, Now);
        together.Count.ShouldBe(asked.Count);
        foreach (var ((code, period), value) in asked.Zip(together))
        {
            var alone = await source.ValueAsync(code, period, Now);
            (value?.Code, value?.Numerator, value?.Denominator, value?.IsSuppressed).ShouldBe((alone?.Code, alone?.Numerator, alone?.Denominator, alone?.IsSuppressed), $"{code} {period}");
        }
    }

    private AsyncServiceScope Scope() => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");

    private async Task<int> TakeAsync()
    {
        await using var scope = Scope();
        using var transaction = OneTransaction.Begin();
        var written = await scope.ServiceProvider.GetRequiredService<LiveFigures>().TakeAsync(Now);
        transaction.Complete();
        return written;
    }

    /// <summary>Rows of our own: a date that was moved, and audits of what there is.</summary>
    private async Task AddMovesAndAuditsAsync(int set)
    {
        await using var scope = Scope();
        var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
        var at = app.Clock.GetUtcNow().AddDays(-30 * set);
        var part = await context.Parts.OrderBy(part => part.Position).Skip(set).FirstAsync(Now);
        context.Moves.Add(new DueMove { Id = Guid.CreateVersion7(), PartId = part.Id, From = part.OriginalDue, To = part.OriginalDue.AddDays(30), Reason = "Made up.", At = at, By = null });
        var frame = scope.ServiceProvider.GetRequiredService<Medway.LocalOffer.Ehcp.Contracts.IAuditFrame>();
        foreach (var kind in Enum.GetValues<AuditKind>())
        {
            var until = UkTime.DateIn(at);
            var draw = new AuditDraw
            {
                Id = Guid.CreateVersion7(),
                Kind = kind,
                From = until.AddDays(-200),
                Until = until,
                Seed = $"test {set}",
                FrameSize = 1,
                FrameDigest = "",
                Excluded = 0,
                At = at,
            };
            context.AuditDraws.Add(draw);
            var units = await frame.UnitsAsync(Audits.AuditCounts.FrameOf(kind), draw.From, until, Now);
            foreach (var (place, unit) in units.Take(6).Index())
            {
                var item = new AuditItem { Id = Guid.CreateVersion7(), DrawId = draw.Id, Number = place + 1, UnitId = unit.Id, RecordId = unit.RecordId };
                context.AuditItems.Add(item);
                context.AuditResults.Add(new AuditResult { Id = Guid.CreateVersion7(), ItemId = item.Id, Grade = (AuditGrade)((place + set) % 4), Observer = "A member of the board", At = at.AddDays(place) });
            }
        }

        await context.SaveChangesAsync(Now);
    }
}
