using Medway.LocalOffer.Ehcp.Features.Numbers;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>Silences and promises on the performance page, counted from what the product itself told and did not tell.</summary>
[Proves("ehcp")]
public sealed class PerformanceOfTellingTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Address = "/staff/ehcp/performance";

    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Page_TellsSilencesAndPromises_AsTheyWere_AndHidesSmallOnesFromTheAnalyst()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(family.ChildId, app.Today());
        await app.LiveAsync(12);
        for (var day = 0; day < 20; day++)
        {
            // The post and the machines stand still.
            app.GoOn();
            await app.HandOutAsync();
        }

        using var head = await app.SignInAsAsync(Roles.HeadOfSend);
        var page = await head.PageAsync(Address);

        var told = await app.AskAsync(context => context.Touchpoints.AsNoTracking().ToListAsync(Given.Now));
        var last = told.Where(one => one is { State: TouchpointState.Made, IsUseful: true }).Max(one => UkTime.DateIn(one.SettledAt!.Value));
        var silent = app.Today().DayNumber - last.DayNumber;
        silent.ShouldBeGreaterThan(14);
        page.One("#silence-says").TextContent.ShouldContain($"0% (0 of 1). The longest, in days: {silent}.");
        Rows(page, "silence").Sum(row => int.Parse(row.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(1);
        var inTime = told.Count(one => one.State == TouchpointState.Made && UkTime.DateIn(one.SettledAt!.Value) <= one.DueOn && one.DueOn <= app.Today());
        inTime.ShouldBeGreaterThan(0);
        Rows(page, "promises").ShouldContain($"Told in time {inTime}");
        var missed = told.Count(one => one.State is not (TouchpointState.Made or TouchpointState.Cancelled) && one.DueOn < app.Today());
        missed.ShouldBeGreaterThan(0);
        Rows(page, "promises").ShouldContain($"Not told, and the day has passed {missed}");
        var ofRequest = told.Count(one => one.Code.StartsWith("NA-", StringComparison.Ordinal) && one.State == TouchpointState.Made && UkTime.DateIn(one.SettledAt!.Value) <= one.DueOn && one.DueOn <= app.Today());
        Rows(page, "promises-by-part").ShouldContain(row => row.StartsWith("Request, assessment and plan ", StringComparison.Ordinal) && row.Contains($"({ofRequest} of ", StringComparison.Ordinal));

        using var analyst = await app.SignInAsAsync(Roles.Analyst);
        var guarded = await analyst.PageAsync(Address);
        guarded.One("#silence-says").TextContent.ShouldContain("too few to show");
        guarded.One("#silence-says").TextContent.ShouldNotContain($"{silent}");
        Rows(guarded, "silence").ShouldContain(row => row.EndsWith("fewer than 5", StringComparison.Ordinal));
        await KpisAsync(inTime);
    }

    private async Task KpisAsync(int inTime)
    {
        await using var scope = app.Scope();
        var source = scope.ServiceProvider.GetServices<IKpiSource>().OfType<EhcpKpis>().Single();
        var year = new KpiPeriod(app.Today().AddYears(-1), app.Today());
        (await source.ValueAsync("ehcp.silence-within-14-days", year, Given.Now)).ShouldNotBeNull().ShouldSatisfyAllConditions(value => value.Numerator.ShouldBe(0), value => value.Denominator.ShouldBe(1), value => value.IsSuppressed.ShouldBeTrue());
        (await source.ValueAsync("ehcp.told-in-time", year, Given.Now)).ShouldNotBeNull().Numerator.ShouldBe(inTime);
        (await source.ValueAsync("ehcp.reached-in-30-days", year, Given.Now)).ShouldNotBeNull().Numerator.ShouldBe(1);
        (await source.ValueAsync("ehcp.answered-in-time", year, Given.Now)).ShouldBeNull("nobody asked anything: not known is not 0");
    }

    private static List<string> Rows(Page page, string chart) =>
        [.. page.All($"figure[aria-labelledby='{chart}-title'] details tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
