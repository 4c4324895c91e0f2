using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Staff;

public sealed class JobsAndImportsTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Post_RunFailedJobNow_OpensItAgainAndIsWrittenDown()
    {
        var id = await AddJobAsync("made.up", "failed", "TimeoutException: it took too long");
        using var administrator = await app.SignInAsAsync(Roles.PlatformAdministrator);
        (await administrator.PageAsync("/staff")).One("a[href='/staff/jobs?state=failed']").TextContent.ShouldContain("See what failed");
        var page = await administrator.PageAsync("/staff/jobs?state=failed");
        page.MainText.ShouldContain("it took too long");

        var answer = await page.SubmitAsync(administrator, "tbody form");

        (await administrator.PageAsync(answer.Response.Headers.Location!.OriginalString)).MainText.ShouldContain("It is due now.");
        (await app.AskAsync<string>($"select state || attempts from platform.jobs where id = '{id}'")).ShouldBe("waiting0");
        (await app.AskAsync<string>($"select name from platform.audit_entries where subject_id = '{id}'")).ShouldBe("site.job-started");
        (await administrator.PageAsync("/staff")).All("a[href='/staff/jobs?state=failed']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_RemindersThatWereGivenUp_AreTriedAgainAndItIsWrittenDown()
    {
        using var administrator = await app.SignInAsAsync(Roles.PlatformAdministrator);
        (await administrator.PageAsync("/staff/jobs")).MainText.ShouldNotContain("Reminders that could not be made");
        await app.ExecuteAsync(
            """
            insert into platform.occurrences (id, kind, subject, key, due_at, state, attempts, last_error, created_at)
            select gen_random_uuid(), 'made.up-remind', gen_random_uuid(), 'k', now(), 'failed', 8, 'TimeoutException: it took too long', now() from generate_series(1, 2)
            """);
        var page = await administrator.PageAsync("/staff/jobs");
        page.All("main table")[^1].TextContent.ShouldContain("Last time: TimeoutException: it took too long");
        page.All("main table")[^1].QuerySelector("td.num")!.TextContent.ShouldBe("2");

        var answer = await page.SubmitAsync(administrator, "form[action*='again']");

        (await administrator.PageAsync(answer.Response.Headers.Location!.OriginalString)).MainText.ShouldContain("2 reminders are tried again within a minute.");
        (await app.AskAsync<long>("select count(*) from platform.occurrences where kind = 'made.up-remind' and state = 'waiting' and attempts = 0")).ShouldBe(2);
        (await app.AskAsync<long>("select count(*) from platform.audit_entries where name = 'site.reminders-tried-again'")).ShouldBe(1);
    }

    [Fact]
    public async Task Post_RunningJob_IsAConflictAndUnknownOneIsNotFound()
    {
        var waiting = await AddJobAsync("made.waiting", "waiting", null);
        var running = await AddJobAsync("made.running", "running", null);
        using var administrator = await app.SignInAsAsync(Roles.PlatformAdministrator);
        var page = await administrator.PageAsync("/staff/jobs");

        var conflict = await page.SubmitAsync(administrator, $"form:has([value='{waiting}'])", ("id", running));
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.One(".summary").TextContent.ShouldContain("That job runs already");
        (await page.SubmitAsync(administrator, $"form:has([value='{waiting}'])", ("id", Guid.CreateVersion7().ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await page.SubmitAsync(administrator, $"form:has([value='{waiting}'])", ("id", "nonsense"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_MoreJobsThanAPageHolds_HasPages()
    {
        for (var number = 0; number < 30; number++)
        {
            await AddJobAsync($"made.number-{number}", "waiting", null);
        }

        using var administrator = await app.SignInAsAsync(Roles.PlatformAdministrator);
        var first = await administrator.PageAsync("/staff/jobs?sort=kind");
        first.All("tbody tr").Count.ShouldBe(25);
        first.MainText.ShouldMatch("Rows 1 to 25 of 3[0-9]");

        var second = await administrator.PageAsync(first.One("a[rel=next]").GetAttribute("href")!);

        // The host itself may have put a job or two there.
        second.All("tbody tr").Count.ShouldBeInRange(5, 14);
        second.All("tbody code").Select(kind => kind.TextContent).Intersect(first.All("tbody code").Select(kind => kind.TextContent)).ShouldBeEmpty();
        (await administrator.PageAsync("/staff/jobs?page=999")).All("tbody tr").Count.ShouldBeInRange(5, 14);
    }

    [Fact]
    public async Task Get_RefusedFile_ListsWhatToPutRight()
    {
        await app.ExecuteAsync(
            """
            insert into platform.import_runs (id, name, file_name, sha256, actor_kind, started_at, finished_at, state, rows, added, changed, unchanged, problems)
            values ('01890000-0000-7000-8000-000000000001', 'listings', 'broken.csv', repeat('a', 64), 'cli', now() + interval '1 hour', now(), 'refused', 3, 0, 0, 0,
                '[{"line": 3, "column": "name", "message": "Give the service a name."}]')
            """);
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var list = await officer.PageAsync("/staff/imports");
        var page = await officer.PageAsync(list.One("tbody a").GetAttribute("href")!);

        list.One("tbody tr").TextContent.ShouldContain("Refused");
        page.Heading.ShouldBe("broken.csv");
        page.MainText.ShouldContain("Give the service a name.");
        page.One("tbody th").TextContent.ShouldBe("Line 3, name");
    }

    [Fact]
    public async Task Get_Imports_HoldTheServicesThatTheSiteCameWith()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        (await officer.PageAsync("/staff/imports?state=applied")).One("tbody tr").TextContent.ShouldContain("medway-services.csv");
    }

    private async Task<string> AddJobAsync(string kind, string state, string? error)
    {
        var id = Guid.CreateVersion7().ToString();
        await app.ExecuteAsync(
            $"""
            insert into platform.jobs (id, kind, payload, state, due_at, attempts, created_at, last_error)
            values ('{id}', '{kind}', '{"{}"}', '{state}', now(), 8, now(), {(error is null ? "null" : $"'{error}'")})
            """);
        return id;
    }
}
