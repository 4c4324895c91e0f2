using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Host.Tests.Staff;

[Proves("accounts")]
public sealed class MyWorkTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly WorkingApp app = new(cluster);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Get_WorkOfManyDates_StandsUnderTheRightHeading()
    {
        // Friday 20 November 2026, in the evening.
        app.Clock.StandAt(new DateTimeOffset(2026, 11, 20, 19, 0, 0, TimeSpan.Zero));
        using var editor = await app.SignInAsAsync(Roles.Editor);

        var page = await editor.PageAsync("/staff");

        page.One(".lead").TextContent.ShouldContain("Friday 20 November 2026");
        page.One(".lead b").TextContent.ShouldBe("2 need you today.");
        TitlesUnder(page, "today").ShouldBe(["Late", "Today"]);
        page.One("#soon").TextContent.ShouldBe("By Friday 27 November");
        TitlesUnder(page, "soon").ShouldBe(["Next Friday"]);
        TitlesUnder(page, "later").ShouldBe(["The week after", "Whenever"]);
        page.All(".button:not(.button--line)").Count(button => button.ClassList.Contains("button--small")).ShouldBe(1);
        page.One(".state--late").TextContent.ShouldContain("19 Nov 2026");
        page.Html.Title.ShouldBe("My work (2 today) – Local Offer staff");
    }

    [Fact]
    public async Task Get_NothingWaits_SaysSo()
    {
        using var analyst = await app.SignInAsAsync(Roles.Analyst);

        var page = await analyst.PageAsync("/staff");

        page.MainText.ShouldContain("Nothing waits for you.");
        page.All(".jobs").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_OneModuleBreaks_TheOthersAreStillThere()
    {
        using var author = await app.SignInAsAsync(Roles.Author);

        var page = await author.PageAsync("/staff");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.MainText.ShouldContain("There may be more");
        page.MainText.ShouldContain("Whenever");
    }

    [Fact]
    public async Task Get_FactsToConfirm_AreWorkOfTheOfficerAlone()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        using var administrator = await app.SignInAsAsync(Roles.PlatformAdministrator);

        (await officer.PageAsync("/staff")).All("a[href='/staff/settings/to-confirm']").ShouldNotBeEmpty();
        (await administrator.PageAsync("/staff")).All("a[href='/staff/settings/to-confirm']").ShouldBeEmpty();
    }

    private static IEnumerable<string> TitlesUnder(Page page, string heading) =>
        page.All($"section[aria-labelledby={heading}] h3").Select(title => title.TextContent);

    private sealed class WorkingApp(PostgresCluster cluster) : App(cluster)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddScoped<IWorkItems, BreaksForAuthors>().AddScoped<IWorkItems, EditorsWork>());
        }
    }

    private sealed class EditorsWork(TimeProvider clock) : IWorkItems
    {
        public Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
        {
            var today = clock.Today();
            return Task.FromResult<IReadOnlyList<WorkItem>>(actor.RolesHeld.Overlaps([Roles.Editor, Roles.Author])
                ? [Of("Whenever", null), Of("The week after", today.AddDays(8)), Of("Next Friday", today.AddDays(7)), Of("Today", today), Of("Late", today.AddDays(-1))]
                : []);
        }

        private static WorkItem Of(string title, DateOnly? due) => new("To check", title, "You own it.", due, "/staff", "Check it");
    }

    private sealed class BreaksForAuthors : IWorkItems
    {
        public Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken) =>
            actor.RolesHeld.Contains(Roles.Author) ? throw new InvalidOperationException("made to break") : Task.FromResult<IReadOnlyList<WorkItem>>([]);
    }
}
