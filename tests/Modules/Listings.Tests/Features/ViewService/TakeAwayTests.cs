using System.Globalization;
using System.Net;
using System.Reflection;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Features.ViewService;
using Medway.LocalOffer.Listings.Jobs;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Caching;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Features.ViewService;

/// <summary>What stands beside the page of a service: real dates, a calendar, words alone, large print and a square to scan.</summary>
[Proves("listings")]
public sealed class TakeAwayTests(App app) : IClassFixture<App>
{
    private const string Pool = "/services/maidstone-leisure-sen-pool";

    [Fact]
    public async Task Get_OnceAMonth_ShowsTheNextRealDate()
    {
        app.Clock.StandAt(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

        var page = await app.GetAsync(Pool);

        page.One(".next-date").TextContent.ShouldBe("Next: Friday 27 November, 5.30pm to 7pm");
        page.One("a[href$='/calendar.ics']").TextContent.ShouldBe("Put the dates in your calendar");
    }

    [Fact]
    public async Task Get_TermAndHolidayTimes_SaysTheOneThatHoldsThisWeek()
    {
        app.Clock.StandAt(new DateTimeOffset(2026, 10, 19, 9, 0, 0, TimeSpan.Zero));
        (await app.GetAsync("/services/strood-library-storytime/text")).Body.ShouldContain("Next: Tuesday 20 October, 2pm to 2.45pm.");

        app.Clock.StandAt(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        (await app.GetAsync("/services/strood-library-storytime/text")).Body.ShouldContain("Next: Tuesday 3 November, 4pm to 4.45pm.");
    }

    /// <summary>The cache keeps its own time, so what it is told is looked at: in summer London's midnight is 23:00 in UTC.</summary>
    [Theory]
    [InlineData("2026-11-02T23:59:00Z", 60)]
    [InlineData("2026-07-02T22:59:00Z", 60)]
    [InlineData("2026-07-02T23:01:00Z", 86_340)]
    public async Task Policy_OfCachedPages_EndsAtMidnightInLondon(string now, int seconds)
    {
        var clock = new AdjustableClock();
        clock.StandAt(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var context = new OutputCacheContext { HttpContext = new DefaultHttpContext() };

        await ((IOutputCachePolicy)new PublicPageCachePolicy(app.Services.GetRequiredService<PageGeneration>(), clock)).ServeResponseAsync(context, TestContext.Current.CancellationToken);

        context.ResponseExpirationTimeSpan.ShouldBe(TimeSpan.FromSeconds(seconds));
        typeof(IndexModel).GetCustomAttribute<OutputCacheAttribute>()!.PolicyName.ShouldBe(PublicPageCachePolicy.Name);
    }

    [Fact]
    public async Task Get_Calendar_HoldsOneEventForEachDate()
    {
        app.Clock.StandAt(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

        var file = await app.GetAsync(Pool + "/calendar.ics");

        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        file.Body.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        file.Body.ShouldContain("DTSTART;TZID=Europe/London:20261127T173000\r\n");
        file.Body.ShouldContain("URL:https://localhost/services/maidstone-leisure-sen-pool");
        file.Body.Split("BEGIN:VEVENT").Length.ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("/services/childline/calendar.ics")]
    [InlineData("/services/no-such-service/calendar.ics")]
    [InlineData("/services/no-such-service/text")]
    [InlineData("/services/no-such-service/share")]
    [InlineData("/services/no-such-service/large-print")]
    public async Task Get_Unknown_ReturnsNotFound(string path) => (await app.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Get_Text_SaysWhatIsKnownAndWhatIsNot()
    {
        var text = await app.GetAsync("/services/medway-dragons-wheelchair-rugby/text");

        text.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        text.Body.ShouldContain("WHO CAN GO\nAges: not known. Ask the council.");
        text.Body.ShouldContain("COST\nNot known. Ask the council.");
        text.Body.ShouldContain("From https://localhost/services/medway-dragons-wheelchair-rugby");
        text.Body.ShouldNotContain("<");
    }

    [Fact]
    public async Task Get_LargePrint_HasTheSameFacts()
    {
        var page = await app.GetAsync("/services/childline/large-print");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.One(".large").TextContent.ShouldContain("All over the country.");
        page.One("meta[name=robots]").GetAttribute("content").ShouldBe("noindex");
    }

    [Fact]
    public async Task Get_Share_PrintsTheLinkAndASquareThatNeedsNoScript()
    {
        var page = await app.GetAsync(Pool + "/share");

        page.One("main").TextContent.ShouldContain("https://localhost/services/maidstone-leisure-sen-pool");
        page.One("svg[role=img]").GetAttribute("aria-label").ShouldStartWith("A square code");
        page.All("svg[role=img] path").Count.ShouldBe(2);
        page.One("a[href^='mailto:']").GetAttribute("href")!.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Get_Page_LeadsToOtherHelpOfItsKind()
    {
        var page = await app.GetAsync("/services/strood-library-storytime");

        page.All("aside a[href^='/services/']").Count(link => !link.GetAttribute("href")!.Contains("strood-library-storytime", StringComparison.Ordinal)).ShouldBe(4);
        page.One(".answer + .actions a[href='/services/strood-library-storytime/share']").ShouldNotBeNull("right under the main facts, on a phone too");
    }

    [Fact]
    public async Task Get_ShortBreak_SaysHowToGetItAndWhatNobodyHasTold()
    {
        var page = await app.GetAsync("/services/parklands-overnight-short-breaks");

        page.One("#getting").TextContent.ShouldBe("How to get it");
        page.MainText.ShouldContain("An assessment comes first (level 3, specialist).");
        page.MainText.ShouldContain("How long is the wait? Not known. Ask");
    }

    [Fact]
    public async Task Job_AWeekLater_RewritesNextDatesAndSaysSo()
    {
        app.Clock.StandAt(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
        await RefreshAsync();
        (await NextDateAsync("/services/maidstone-leisure-sen-pool")).ShouldBe(new DateOnly(2027, 1, 29), "the last Friday of December is in the holidays, and nobody has said that it runs then");

        app.Clock.StandAt(new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.Zero));
        await RefreshAsync();
        (await NextDateAsync("/services/maidstone-leisure-sen-pool")).ShouldBe(new DateOnly(2027, 2, 26));
    }

    [Fact]
    public async Task Job_NobodyConfirmedForTooLong_TakesItOutOfSearchesAndKeepsThePage()
    {
        app.Clock.StandAt(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        await RefreshAsync();
        var before = await EntriesAsync();
        before.ShouldBe(148);

        app.Clock.StandAt(app.Clock.GetUtcNow().AddMonths(13));
        await RefreshAsync();

        (await EntriesAsync()).ShouldBe(0);
        (await app.GetAsync("/services/childline")).Status.ShouldBe(HttpStatusCode.OK);
        app.Clock.StandAt(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        await RefreshAsync();
        (await EntriesAsync()).ShouldBe(148);
    }

    private async Task RefreshAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
        await scope.ServiceProvider.GetRequiredService<RefreshEntriesJob>().RunAsync(new JobContext(Guid.Empty, RefreshEntriesJob.Kind, null, "{}", 1), TestContext.Current.CancellationToken);
    }

    private async Task<DateOnly?> NextDateAsync(string url) => await WithAsync(context => context.SearchEntries.Where(entry => entry.Url == url)
        .Select(entry => (DateOnly?)entry.NextDates.First()).SingleAsync());

    private Task<int> EntriesAsync() => WithAsync(context => context.SearchEntries.CountAsync(entry => entry.Source == "service"));

    private async Task<T> WithAsync<T>(Func<ListingsDbContext, Task<T>> read)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
        return await read(scope.ServiceProvider.GetRequiredService<ListingsDbContext>());
    }
}
