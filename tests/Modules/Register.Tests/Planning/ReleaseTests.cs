using System.Net;
using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Register.Features.Staff.PublishNumbers;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medway.LocalOffer.Register.Tests.Planning;

/// <summary>An officer counts, looks and publishes; everybody reads.</summary>
public sealed class ReleaseTests(App app) : IClassFixture<App>
{
    private const string At = "/staff/register/planning/release";

    [Fact]
    [Proves("register")]
    public async Task Officer_CountsLooksPublishes_EverybodyReads_AndAnOldReleaseStays()
    {
        app.Clock.StandAt(UkTime.StartOf(app.Clock.Today()).AddHours(10));
        var register = new MadeRegister(app, new Random(3));
        var population = new MadePopulation(new Random(3)).Join(400);
        await register.FollowAsync(population);
        using var visitor = app.CreateClientWith();
        (await visitor.PageAsync("/register/numbers")).MainText.ShouldContain("We have not shown any numbers yet");

        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await officer.PageAsync("/staff")).Body.ShouldContain(At);
        (await (await officer.PageAsync(At)).SubmitAsync(officer, "#prepare")).Status.ShouldBe(HttpStatusCode.Redirect);
        var looked = await officer.PageAsync(At);
        looked.MainText.ShouldContain("(400)");
        (await visitor.PageAsync("/register/numbers")).MainText.ShouldContain("We have not shown any numbers yet");

        // Somebody counts again in the meantime: nobody publishes numbers that they have not seen.
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await app.DoAsync(new PrepareRelease());
        (await looked.SubmitAsync(officer, "#publish")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await (await officer.PageAsync(At)).SubmitAsync(officer, "#publish")).Status.ShouldBe(HttpStatusCode.Redirect);
        var first = Quarter.Of(app.Clock.Today());

        var page = await ShownAsync(visitor, first.Words);
        page.MainText.ShouldContain("400 children and young people");
        page.MainText.ShouldContain("That is not known");
        page.MainText.ShouldContain("Seeing");
        PageWords.ReadingAgeOf(page.One("main")).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader);
        page.All("main table").Count.ShouldBe(1 + PlanningTable.All.Count);
        await EasyReadSaysTheSameAsync(visitor, page);
        (await officer.PageAsync("/staff")).Body.ShouldNotContain(At);
        (await visitor.PageAsync("/")).All("footer a[href='/register/numbers']").ShouldNotBeEmpty();
        (await app.GetAsync("/sitemap/register.xml")).Body.ShouldContain("/register/numbers");

        // One a quarter, and it stays.
        app.Clock.Move(TimeSpan.FromMinutes(1));
        (await officer.PageAsync(At)).All("#prepare, #publish").ShouldBeEmpty();
        (await app.AskAsync<IMediator, Outcome<DateTimeOffset>>(mediator => mediator.Send(new PrepareRelease(), Given.Now))).Kind.ShouldBe(OutcomeKind.Conflict);
        (await Should.ThrowAsync<PostgresException>(SqlAsync("update register.planning_releases set published_at = null"))).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
        (await Should.ThrowAsync<PostgresException>(SqlAsync(
            "insert into register.planning_releases (id, year, quarter, prepared_at, content) select gen_random_uuid(), year, quarter, prepared_at, content from register.planning_releases"))).SqlState
            .ShouldBe(PostgresErrorCodes.UniqueViolation);

        // The next quarter, and the old one beside it, word for word.
        var before = (await visitor.PageAsync($"/register/numbers/{first.Key}")).All("main td").Select(cell => cell.TextContent).ToList();
        population.Join(60);
        app.Clock.StandAt(UkTime.StartOf(first.Until.AddDays(10)).AddHours(10));
        await register.FollowAsync(population);
        using var later = await app.SignInAsAsync(Roles.RegisterOfficer);
        await (await later.PageAsync(At)).SubmitAsync(later, "#prepare");
        (await (await later.PageAsync(At)).SubmitAsync(later, "#publish")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ShownAsync(visitor, Quarter.Of(app.Clock.Today()).Words)).MainText.ShouldContain("460 children and young people");
        var old = await visitor.PageAsync($"/register/numbers/{first.Key}");
        old.All("main td").Select(cell => cell.TextContent).ShouldBe(before);
        PageWords.ReadingAgeOf(old.One("main")).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader);
        (await visitor.PageAsync("/register/numbers/1999-1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.PageAsync("/register/numbers/nonsense")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>The officer's answer has gone before the notice has arrived everywhere; a reader's next request comes later than that.</summary>
    private static async Task<Page> ShownAsync(HttpClient visitor, string words)
    {
        for (var time = 0; time < 100; time++)
        {
            var page = await visitor.PageAsync("/register/numbers");
            if (page.MainText.Contains($"For {words}.", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(50, Given.Now);
        }

        throw new ShouldAssertException($"The numbers of {words} never came.");
    }

    private Task<int> SqlAsync(string sql) => app.AskAsync<RegisterDbContext, int>(context => context.Database.ExecuteSqlRawAsync(sql, Given.Now));

    /// <summary>Every number for all ages, in the order of the page, in words for somebody of nine.</summary>
    private static async Task EasyReadSaysTheSameAsync(HttpClient visitor, Page page)
    {
        page.All("main a[href='/register/numbers/easy-read']").ShouldNotBeEmpty();
        var easy = await visitor.PageAsync("/register/numbers/easy-read");
        easy.All("main a[href='/register/numbers']").ShouldNotBeEmpty();
        PageWords.ReadingAgeOf(easy.One("main")).Years.ShouldBeLessThanOrEqualTo(9);
        var tables = page.All("main table").Select(table => table.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[^1].TextContent.Trim()).ToList()).ToList();
        easy.All("main .easy__list b").Select(number => number.TextContent).ShouldBe([tables[0][^1], .. tables[0].SkipLast(1), .. tables.Skip(1).SelectMany(rows => rows)]);
    }
}
