using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Seeding;

/// <summary>The numbers that the papers name, with the figures that they print and no others.</summary>
[Proves("improvement")]
public sealed class KpiSeedTests(App app) : IClassFixture<App>
{
    private static readonly (string Code, string Series, string Figure)[] Printed =
    [
        ("K01", "paper", "80%"), ("K01", "paper: England", "63%"), ("K04", "paper", "100% in the last 4 audits"), ("K11", "paper", "92%"), ("K11", "paper: before", "48%"), ("K14", "paper", "88%"),
        ("K15", "paper", "a six-month delay"), ("K16", "paper", "2,505"), ("K16", "paper: growth", "8.3%"), ("K16", "paper: growth before", "11.6%"), ("K16", "paper: on the new template", "1,805"),
        ("K16", "paper: to convert by December 2021", "700"), ("K17", "paper", "184 (3.0%)"), ("K17", "paper", "257 (4.1%)"), ("K17", "paper: not known", "250 (4.0%)"), ("K17", "paper: not known", "626 (10.0%)"),
        ("K18", "paper", "over 45"), ("K19", "paper", "1,360"), ("K20", "paper: cumulative deficit", "£14.2 million"), ("K20", "paper: overspend 2020-21", "£4.9 million"),
    ];

    private static readonly (string Code, decimal Target)[] Targets = [("K02", 80), ("K03", 100), ("K04", 80), ("K05", 15), ("K06", 10), ("K07", 4), ("K08", 50), ("K10", 0), ("K12", 0)];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_OfThePapers_AreThereWithTheirFigures_AndNothingElseHasOne()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var kpis = await scope.ServiceProvider.GetRequiredService<KpiReader>().ReadAsync(only: null, Now);
        var named = kpis.Where(state => state.Kpi.Code.StartsWith('K')).ToList();

        named.Select(state => state.Kpi.Code).ShouldBe(Enumerable.Range(1, 31).Select(number => $"K{number:00}"));
        named.SelectMany(state => state.Figures.Where(figure => figure.Origin == FigureOrigin.Paper).Select(figure => (state.Kpi.Code, figure.Series, figure.Words!)))
            .OrderBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Series, StringComparer.Ordinal).ThenBy(one => one.Item3, StringComparer.Ordinal)
            .ShouldBe(Printed.OrderBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Series, StringComparer.Ordinal).ThenBy(one => one.Figure, StringComparer.Ordinal));
        named.Where(state => state.Definition.TargetValue is not null).Select(state => (state.Kpi.Code, state.Definition.TargetValue!.Value)).ShouldBe(Targets);
        named.Where(state => state.Definition.IsTargetEngland).Select(state => state.Kpi.Code).ShouldBe(["K01", "K09"]);

        // Nobody has measured anything yet: no number passes for good or bad.
        kpis.ShouldAllBe(state => state.Latest == null && state.Result.Colour == Brag.Grey);
    }

    [Fact]
    public async Task England_HasTheFiguresThatWerePublished()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var kpis = (await scope.ServiceProvider.GetRequiredService<KpiReader>().ReadAsync(only: null, Now)).ToDictionary(state => state.Kpi.Code);

        England(kpis["K01"]).ShouldBe([(2019, 60.4m), (2023, 50.3m), (2024, 46.4m)]);
        England(kpis["D01"]).ShouldBe([(2019, 58.7m)]);
        foreach (var figure in kpis.Values.SelectMany(state => state.Figures).Where(figure => figure.Denominator is not null))
        {
            figure.Value.ShouldBe(Math.Round(100 * figure.Numerator!.Value / figure.Denominator!.Value, 1));
        }

        kpis["K01"].Aim.ShouldNotBeNull().Target.ShouldBe(46.4m);
        kpis["K09"].Aim.ShouldBeNull();
    }

    private static IEnumerable<(int Year, decimal Value)> England(KpiState state) =>
        state.Figures.Where(figure => figure.Series == KpiFigure.England).Select(figure => (figure.Until.Year, figure.Value!.Value));
}
