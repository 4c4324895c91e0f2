using System.Net;
using Medway.LocalOffer.Audit.Features.Staff.ExportEntries;
using Medway.LocalOffer.Audit.Features.Staff.SearchEntries;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Audit.Tests.Features;

public sealed class AuditPagesTests(PostgresCluster cluster)
{
    [Theory]
    [Proves("accounts")]
    [InlineData("/staff/audit")]
    [InlineData("/staff/audit/export")]
    public async Task Get_AnotherRole_IsRefused(string path)
    {
        await using var trail = await Trail.StartAsync(cluster);
        using var administrator = await trail.App.SignInAsAsync(Roles.PlatformAdministrator);
        using var officer = await trail.App.SignInAsAsync(Roles.DataProtectionOfficer);

        (await administrator.PageAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.PageAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_NoFilter_ShowsTheNewestInWordsAndTheNextPage()
    {
        await using var trail = await Trail.StartAsync(cluster);
        using var officer = await trail.App.SignInAsAsync(Roles.DataProtectionOfficer);
        await trail.WriteAsync(30);
        var person = Guid.CreateVersion7();
        await trail.SaveAsync(
            (audit, context) => audit.Record(
                context, AuditEvents.Exported, "audit_trail", null, "Request 7", [new AuditChange("rows", null, "3")], "testing", [person]),
            actor => actor.Become(ActorKind.Staff, Guid.CreateVersion7().ToString(), Roles.DataProtectionOfficer));

        var page = await officer.PageAsync("/staff/audit");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.All(".jobs > li").Count.ShouldBe(SearchEntries.PageSize);
        var first = page.All(".jobs > li").First(row => row.TextContent.Contains("Request 7", StringComparison.Ordinal)).TextContent;
        foreach (var words in new[] { "A part of the audit trail was saved as a file", "Staff, Data protection officer", "testing", "rows: nothing → 3", person.ToString() })
        {
            first.ShouldContain(words);
        }

        var older = await officer.PageAsync(page.One("a[rel=next]").GetAttribute("href")!);
        older.All(".jobs > li").Count.ShouldBeInRange(6, 25);
        older.MainText.ShouldNotContain("Request 7");
    }

    [Fact]
    public async Task Get_EveryFilter_FindsOnlyWhatItSays()
    {
        await using var trail = await Trail.StartAsync(cluster);
        using var officer = await trail.App.SignInAsAsync(Roles.DataProtectionOfficer);
        var (person, subject, account) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        trail.App.Clock.StandAt(new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero));
        await trail.SaveAsync(
            (audit, context) => audit.Record(context, AuditEvents.Exported, "odd_thing", subject, "The one", personIds: [person]),
            actor => actor.Become(ActorKind.Provider, account.ToString(), Roles.Provider));
        trail.App.Clock.Run();
        await trail.WriteAsync(3);

        // Half past midnight on 1 July, on a wall in London.
        foreach (var filter in new[]
        {
            "event=audit.entries-exported", "from=2026-07-01&to=2026-07-01", "from=1/7/2026&to=01/07/2026", "actorKind=Provider", $"actorId={account}",
            "subjectKind=odd_thing", $"subjectId={subject}", $"personId={person}", $"personId={person}&event=audit.entries-exported",
        })
        {
            var page = await officer.PageAsync("/staff/audit?" + filter);
            page.Status.ShouldBe(HttpStatusCode.OK, filter);
            page.All(".jobs > li").First(row => row.TextContent.Contains("The one", StringComparison.Ordinal)).ShouldNotBeNull(filter);
            page.One(".jobs").TextContent.ShouldNotContain("A thing was made", Case.Sensitive, filter);
            page.One(".jobs").TextContent.ShouldContain("1 Jul 2026, 00:30:00", Case.Sensitive, filter);
        }

        var empty = await officer.PageAsync("/staff/audit?from=2026-06-30&to=2026-06-30");
        empty.MainText.ShouldContain("Nothing found");
        empty.MainText.ShouldContain("Take a day or a choice out");
    }

    [Fact]
    [Proves("accounts")]
    public async Task Get_EveryEventHasWordsOfItsOwn_InTheListToChooseFrom()
    {
        await using var trail = await Trail.StartAsync(cluster);
        using var officer = await trail.App.SignInAsAsync(Roles.DataProtectionOfficer);

        var page = await officer.PageAsync("/staff/audit");

        var words = page.All("select[name=Event] option").Select(option => option.TextContent.Trim().TrimEnd('.')).ToList();
        words.Count.ShouldBeGreaterThan(100);
        words.GroupBy(said => said, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty("who chooses cannot tell them apart");
        page.All("form .finder label").Select(label => label.TextContent.Trim()).GroupBy(label => label).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_ValuesThatMakeNoSense_AreNamedAndKept()
    {
        await using var trail = await Trail.StartAsync(cluster);
        using var officer = await trail.App.SignInAsAsync(Roles.DataProtectionOfficer);
        foreach (var (field, value) in new[]
        {
            ("event", "x'; drop table"), ("from", "31/02/2026"), ("to", "yesterday"), ("from", "9999-12-31"), ("actorKind", "7"), ("actorKind", "Boss"), ("actorId", "Jo Sample"),
            ("actorId", new string('a', 10_000)), ("subjectKind", "<b>"), ("subjectId", "12"), ("personId", "Jo"), ("correlationId", "%00"), ("personId", "{" + Guid.Empty + "}"),
        })
        {
            var page = await officer.PageAsync($"/staff/audit?{field}={Uri.EscapeDataString(value)}");

            page.Status.ShouldBe(HttpStatusCode.BadRequest, $"{field} {value[..Math.Min(value.Length, 20)]}");
            page.Html.Title.ShouldNotBeNull().ShouldStartWith("Error:");
            var link = page.One(".summary a");
            var control = page.One(link.GetAttribute("href")!);
            control.GetAttribute("name")!.ShouldBe(field, StringCompareShould.IgnoreCase);
            control.GetAttribute("aria-invalid").ShouldBe("true");
            page.All(".jobs").ShouldBeEmpty();
        }

        (await officer.PageAsync("/staff/audit?from=2026-02-02&to=2026-02-01")).One(".summary").TextContent.ShouldContain("must not be before");
        (await officer.PageAsync("/staff/audit?before=x")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.PageAsync("/staff/audit?before=" + Guid.CreateVersion7())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.PageAsync("/staff/audit?from=2026-01-01&from=2026-01-02&unknown=1")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Proves("accounts")]
    public async Task Get_IsWrittenDownItself()
    {
        await using var trail = await Trail.StartAsync(cluster);
        var signedIn = await trail.App.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.DataProtectionOfficer, Scope.Everything)]);
        using var officer = signedIn.Client;
        var person = Guid.CreateVersion7();

        await officer.PageAsync($"/staff/audit?personId={person}&actorId=somebody");

        var row = await trail.AskAsync<string>(
            "select concat_ws('|', actor_id, role, person_ids[1], changes) from platform.audit_entries where name = 'audit.entries-viewed'");
        row.ShouldStartWith($"{signedIn.AccountId}|{Roles.DataProtectionOfficer}|{person}|");
        row.ShouldContain("digest:");
        row.ShouldNotContain("somebody");
        (await trail.VerifyAsync()).Fault.ShouldBeNull();
    }

    [Fact]
    [Proves("accounts")]
    public async Task Get_LookCannotBeWrittenDown_ShowsNothing()
    {
        await using var trail = await Trail.StartAsync(cluster);
        using var officer = await trail.App.SignInAsAsync(Roles.DataProtectionOfficer);
        await trail.WriteAsync(1);
        (await officer.PageAsync("/staff/audit")).Body.ShouldContain("jobs");

        await trail.SqlAsync("revoke insert on platform.audit_entries from web_private");

        var page = await officer.PageAsync("/staff/audit");
        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Body.ShouldNotContain("things.thing-made");
    }

    [Fact]
    [Proves("accounts")]
    public async Task Export_WithReason_IsAFileAndWrittenDown()
    {
        await using var trail = await Trail.StartAsync(cluster);
        using var officer = await trail.App.SignInAsAsync(Roles.DataProtectionOfficer);
        await trail.SaveAsync((audit, context) => audit.Record(context, Trail.Made, "thing", null, "=1+1"));
        var form = await officer.PageAsync("/staff/audit/export?subjectKind=thing");
        form.One("input[name=SubjectKind]").GetAttribute("value").ShouldBe("thing");

        var refused = await form.SubmitAsync(officer, "main form");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("Say why you need this file");
        refused.One("input[name=SubjectKind]").GetAttribute("value").ShouldBe("thing");
        (await trail.AskAsync<long>("select count(*) from platform.audit_entries where name = 'audit.entries-exported'")).ShouldBe(0);

        var file = await form.SubmitAsync(officer, "main form", ("Reason", "Request 7"));
        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        file.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var lines = file.Body.TrimEnd().Split("\n");
        lines.Length.ShouldBe(2);
        lines[1].ShouldContain("'=1+1");
        (await trail.AskAsync<string>("select reason || ' ' || changes::text from platform.audit_entries where name = 'audit.entries-exported'"))
            .ShouldContain("Request 7 ");
    }

    [Fact]
    public async Task Export_WithoutTheFormsToken_IsRefused()
    {
        await using var trail = await Trail.StartAsync(cluster);
        using var officer = await trail.App.SignInAsAsync(Roles.DataProtectionOfficer);
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Reason", "Request 7")]);

        (await officer.PostAsync(new Uri("/staff/audit/export", UriKind.Relative), content, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await trail.AskAsync<long>("select count(*) from platform.audit_entries where name = 'audit.entries-exported'")).ShouldBe(0);
    }

    [Fact]
    public async Task Export_TooMany_SaysHowToGetFewer()
    {
        await using var trail = await Trail.StartAsync(cluster);
        using var officer = await trail.App.SignInAsAsync(Roles.DataProtectionOfficer);
        await trail.SqlAsync(
            $"""
            insert into platform.audit_entries (id, name, at, actor_kind, subject_kind, person_ids, changes, mac)
            select gen_random_uuid(), 'things.thing-made', now(), 'cli', 'thing', array[]::uuid[], '[]', sha256('x') from generate_series(0, {ExportEntries.MostRows})
            """);
        var form = await officer.PageAsync("/staff/audit/export?subjectKind=thing");

        var refused = await form.SubmitAsync(officer, "main form", ("Reason", "Request 7"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("More than 50,000 entries");
        refused.One("textarea").TextContent.ShouldContain("Request 7");
        (await officer.PageAsync("/staff/audit")).One("#entries").TextContent.ShouldBe("More than 10,000 entries");
    }
}
