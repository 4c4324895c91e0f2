using System.Net;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Tests.Features;

/// <summary>What editors do, by posting the forms.</summary>
[Collection(ContentApp.Name)]
public sealed class EditorJourneyTests(App app, PostgresCluster cluster)
{
    [Fact]
    [Proves("content")]
    public async Task Editor_WritesAndAnotherApproves_AndTheNextRequestOnBothHostsShowsIt()
    {
        await using var second = new App(cluster) { ConnectionString = app.ConnectionString };
        await second.InitializeAsync();
        using var author = await app.SignInAsAsync(Roles.Author);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);

        var id = await CreateAsync(author, "Swimming on Sundays");
        (await author.PageAsync($"/staff/content/pages/{id}/preview/full")).One("article").TextContent.ShouldContain("Bring a towel");
        (await app.GetAsync("/swimming-on-sundays")).Status.ShouldBe(HttpStatusCode.NotFound, "a draft is nobody else's");
        await ActAsync(author, id, "Submit");
        (await publisher.PageAsync("/staff")).MainText.ShouldContain("Swimming on Sundays");
        await ActAsync(publisher, id, "Approve");

        (await app.UntilAsync("/swimming-on-sundays", page => page.Status == HttpStatusCode.OK)).MainText.ShouldContain("Bring a towel");
        await second.UntilAsync("/swimming-on-sundays", page => page.Response.Headers.Contains("Age"));
        await app.UntilAsync("/swimming-on-sundays", page => page.Response.Headers.Contains("Age"));

        await EditAsync(author, id, ("Body", "Bring a hat.\n"));
        (await app.GetAsync("/swimming-on-sundays")).MainText.ShouldContain("Bring a towel", Case.Sensitive, "saving a draft never touches the live page");
        await ActAsync(author, id, "Submit");
        await ActAsync(publisher, id, "Approve");

        await app.UntilAsync("/swimming-on-sundays", page => page.MainText.Contains("Bring a hat", StringComparison.Ordinal));
        await second.UntilAsync("/swimming-on-sundays", page => page.MainText.Contains("Bring a hat", StringComparison.Ordinal));
        (await app.GetAsync("/search?q=swimming%20on%20sundays")).Body.ShouldContain("/swimming-on-sundays");
    }

    [Fact]
    public async Task Editor_ReturnedWithComments_FindsThemInMyWorkAndOnThePage()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        using var editor = await app.SignInAsAsync(Roles.Editor);
        var id = await CreateAsync(author, "A page that comes back");
        await ActAsync(author, id, "Submit");

        var empty = await (await editor.PageAsync($"/staff/content/pages/{id}")).SubmitAsync(editor, Form("Return"), ("Comments", ""));
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        await ActAsync(editor, id, "Return", ("Comments", "Say who can come."));

        (await author.PageAsync("/staff")).MainText.ShouldContain("Sent back to you");
        (await author.PageAsync($"/staff/content/pages/{id}")).MainText.ShouldContain("Say who can come.");
    }

    [Fact]
    public async Task Save_TwoEditorsAtOnce_ShowsBothTextsAndLosesNothing()
    {
        using var first = await app.SignInAsAsync(Roles.Author);
        using var second = await app.SignInAsAsync(Roles.Editor);
        var id = await CreateAsync(first, "Two at once");
        var mine = await first.PageAsync($"/staff/content/pages/{id}/edit/full");
        var theirs = await second.PageAsync($"/staff/content/pages/{id}/edit/full");
        (await theirs.SubmitAsync(second, "main form", ("Body", "Theirs is here.\n"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var conflict = await mine.SubmitAsync(first, "main form", ("Body", "Mine is here.\n"));

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.MainText.ShouldContain("Theirs is here.");
        conflict.One("textarea[name=Body]").TextContent.ShouldContain("Mine is here.");
        conflict.One("del").TextContent.ShouldContain("Theirs is here.");

        (await conflict.SubmitAsync(first, "main form", ("Body", "Both are here.\n"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var history = await first.PageAsync($"/staff/content/pages/{id}/history/full");
        history.All("tbody tr").Count.ShouldBe(4, "created, written, theirs, both");
    }

    [Fact]
    public async Task Autosave_ThenAnotherDay_OffersWhatWasTypedAndChangesNoDraft()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        var id = await CreateAsync(author, "Typed and not saved");
        var page = await author.PageAsync($"/staff/content/pages/{id}/edit/full");
        var before = await app.HeadAsync(id);

        var token = page.One("main form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var typed = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("Title", "Typed"), new("Summary", ""), new("Body", "Half a thought"), new("BasedOn", before.ToString()!)]);
        using var answer = await author.PostAsync(new Uri($"/staff/content/pages/{id}/edit/full?handler=Autosave", UriKind.Relative), typed, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await app.HeadAsync(id)).ShouldBe(before, "an autosave is no draft");
        (await author.PageAsync($"/staff/content/pages/{id}/edit/full")).MainText.ShouldContain("You typed something here");
        (await author.PageAsync($"/staff/content/pages/{id}/edit/full?kept=true")).One("textarea[name=Body]").TextContent.ShouldContain("Half a thought");
    }

    [Fact]
    public async Task Create_BadInput_SaysWhatToDoAndKeepsWhatWasTyped()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        await CreateAsync(author, "Is taken");
        foreach (var (slug, parent, message) in new[]
        {
            ("is-taken", "", "There is something at /is-taken already"),
            ("search", "", "belongs to another part of the site"),
            ("services", "", "belongs to another part of the site"),
            ("easy-read", "", "belong to Easy Read"),
            ("Not a slug!", "", "Use small letters"),
            ("good", "/no/such/page", "There is no page at /no/such/page"),
        })
        {
            var form = await author.PageAsync("/staff/content/pages/new");
            var page = await form.SubmitAsync(author, "main form", ("Title", "A title to keep"), ("Slug", slug), ("ParentPath", parent), ("Owner", "the test team"));

            page.Status.ShouldBe(HttpStatusCode.BadRequest, slug);
            page.One(".summary").TextContent.ShouldContain(message, Case.Sensitive, slug);
            page.One("input[name=Title]").GetAttribute("value").ShouldBe("A title to keep");
        }
    }

    [Fact]
    public async Task Save_AMegabyteOrAScript_IsRefusedWithAMessageAndKept()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        var id = await CreateAsync(author, "Too much");
        var form = await author.PageAsync($"/staff/content/pages/{id}/edit/full");

        var long_ = await form.SubmitAsync(author, "main form", ("Body", new string('a', 1_000_000)));
        long_.Status.ShouldBe(HttpStatusCode.BadRequest);
        long_.One(".summary").TextContent.ShouldContain("too long");
        long_.One("textarea[name=Body]").TextContent.Length.ShouldBeGreaterThan(999_999);

        var script = await form.SubmitAsync(author, "main form", ("Body", "[Press](javascript:alert(1))\n"));
        script.Status.ShouldBe(HttpStatusCode.BadRequest);
        script.One(".summary").TextContent.ShouldContain("Line 1");
        script.One("textarea[name=Body]").TextContent.ShouldContain("javascript:");
    }

    [Fact]
    public async Task Publish_InAnEmergency_NeedsAReasonAndStandsAsUncheckedUntilAnotherLooks()
    {
        using var emergency = await app.SignInAsAsync(Roles.EmergencyPublisher);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var id = await CreateAsync(emergency, "The bridge is closed");
        var refused = await (await emergency.PageAsync($"/staff/content/pages/{id}")).SubmitAsync(emergency, Form("PublishNow"), ("Reason", ""));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);

        await ActAsync(emergency, id, "PublishNow", ("Reason", "The road is closed today."));
        (await app.UntilAsync("/the-bridge-is-closed", page => page.Status == HttpStatusCode.OK)).Heading.ShouldBe("The bridge is closed");
        (await emergency.PageAsync($"/staff/content/pages/{id}")).MainText.ShouldContain("Live, still needs checking");
        await ActAsync(publisher, id, "Confirm");
        (await publisher.PageAsync($"/staff/content/pages/{id}")).MainText.ShouldNotContain("still needs checking");
    }

    [Fact]
    public async Task Schedule_InThePastOrTheMissingHour_SaysWhatToDoAndKeepsWhatWasTyped()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var id = await CreateAsync(author, "Later");
        await ActAsync(author, id, "Submit");
        foreach (var (day, month, year, time, message) in new[]
        {
            ("1", "1", "2020", "09:30", "That time has passed"),
            ("28", "3", "2027", "01:30", "The clocks go forward"),
            ("31", "10", "2027", "01:30", "comes twice that night"),
            ("31", "2", "2027", "09:30", "Write a day, a month and a year"),
            ("1", "3", "2027", "half nine", "Write a time like 09:30"),
        })
        {
            var page = await (await publisher.PageAsync($"/staff/content/pages/{id}")).SubmitAsync(
                publisher, Form("Schedule"), ("On.Day", day), ("On.Month", month), ("On.Year", year), ("At", time));

            page.Status.ShouldBe(HttpStatusCode.BadRequest, message);
            page.One(".summary").TextContent.ShouldContain(message);
            page.One("input[name='On.Day']").GetAttribute("value").ShouldBe(day);
            page.One("input[name='At']").GetAttribute("value").ShouldBe(time);
        }

        await ActAsync(publisher, id, "Schedule", ("On.Day", "1"), ("On.Month", "7"), ("On.Year", "2027"), ("At", "09:30"));
        (await app.DocumentAsync(id)).Full.PublishAt.ShouldBe(new DateTimeOffset(2027, 7, 1, 8, 30, 0, TimeSpan.Zero), "half past nine in summer is half past eight in UTC");
    }

    [Fact]
    public async Task TakeDown_EachOfThreeReasons_IsToldInItsOwnWayAndTheBinGivesBack()
    {
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var error = await app.LiveAsync("Published in error");
        var merged = await app.LiveAsync("Merged away");
        var target = await app.LiveAsync("Where it went");
        var withdrawn = await app.LiveAsync("No longer holds");

        await TakeDownAsync(publisher, error, nameof(TakenDownReason.PublishedInError));
        await TakeDownAsync(publisher, merged, nameof(TakenDownReason.Merged), ("MergedInto", "/where-it-went"));
        await TakeDownAsync(publisher, withdrawn, nameof(TakenDownReason.Withdrawn), ("Words", "The rules changed in May."));

        (await app.UntilAsync("/published-in-error", page => page.Status == HttpStatusCode.Gone)).Body.ShouldNotContain(Writing.Words.Trim());
        (await app.UntilAsync("/merged-away", page => page.Status == HttpStatusCode.MovedPermanently)).Response.Headers.Location!.OriginalString.ShouldBe("/where-it-went");
        (await app.UntilAsync("/no-longer-holds", page => page.MainText.Contains("The rules changed in May.", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.OK);
        (await app.ReadAsync(context => context.SearchEntries.CountAsync(entry => entry.Id == error || entry.Id == merged || entry.Id == withdrawn))).ShouldBe(0);
        (await app.ReadAsync(context => context.SearchEntries.CountAsync(entry => entry.Id == target))).ShouldBe(1, "what is live is found");

        var bin = await publisher.PageAsync($"/staff/content/pages/{error}/take-down");
        (await bin.SubmitAsync(publisher, Form("Bin"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.UntilAsync("/published-in-error", page => page.Status == HttpStatusCode.NotFound)).Heading.ShouldNotBeNull();
        var list = await publisher.PageAsync("/staff/content/bin");
        (await list.SubmitAsync(publisher, $"form:has(input[value='{error}'])")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.DocumentAsync(error)).Full.State(Lifecycle.Kept).Words.ShouldBe("Draft");
    }

    [Fact]
    public async Task History_ComparesAndRestores_AsANewDraft()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        var id = await CreateAsync(author, "With a past");
        await EditAsync(author, id, ("Body", "The second text.\n"));

        var history = await author.PageAsync($"/staff/content/pages/{id}/history/full?before=2&after=3");
        history.One("del").TextContent.ShouldContain("Bring a towel");
        history.One("ins").TextContent.ShouldContain("The second text.");
        var second = await author.PageAsync($"/staff/content/pages/{id}/history/full?after=2");
        (await second.SubmitAsync(author, "form:has(input[name=Number])")).Status.ShouldBe(HttpStatusCode.Redirect);

        var head = await app.HeadAsync(id);
        var draft = await app.ReadAsync(context => context.Revisions.AsNoTracking().SingleAsync(revision => revision.Id == head));
        draft.Number.ShouldBe(4);
        draft.Body.ShouldContain("Bring a towel");
    }

    [Fact]
    public async Task Editor_OfOneSection_FindsAndChangesNothingOutsideIt()
    {
        await app.LiveAsync("Their section");
        var inside = await app.LiveAsync("Inside it", "/their-section");
        var outside = await app.LiveAsync("Outside of it");
        using var limited = await app.SignInAsync(new Grant(Roles.Editor, new Scope(ScopeKind.Section, "their-section")));

        (await limited.PageAsync($"/staff/content/pages/{inside}")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var tail in new[] { "", "/edit/full", "/preview/full", "/history/full", "/share/full", "/move", "/arrange" })
        {
            (await limited.PageAsync($"/staff/content/pages/{outside}{tail}")).Status.ShouldBe(HttpStatusCode.NotFound, tail);
        }

        var list = await limited.PageAsync("/staff/content/pages?words=of%20it");
        list.MainText.ShouldNotContain("Outside of it");
        (await limited.PageAsync("/staff/content/pages?words=inside")).MainText.ShouldContain("Inside it");
    }

    private static string Form(string handler) => $"form[action*='handler={handler}']";

    private static async Task<Guid> CreateAsync(HttpClient client, string title)
    {
        var created = await (await client.PageAsync("/staff/content/pages/new")).SubmitAsync(client, "main form", ("Title", title), ("Owner", "the test team"));
        created.Status.ShouldBe(HttpStatusCode.Redirect, created.MainText);
        var id = Writing.IdIn(created.Response.Headers.Location!.OriginalString);
        await EditAsync(client, id, ("Summary", $"About {title}."), ("Body", "Bring a towel.\n"));
        return id;
    }

    private static async Task EditAsync(HttpClient client, Guid id, params (string, string?)[] fields)
    {
        var saved = await (await client.PageAsync($"/staff/content/pages/{id}/edit/full")).SubmitAsync(client, "main form", fields);
        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.MainText);
    }

    private static async Task ActAsync(HttpClient client, Guid id, string handler, params (string, string?)[] fields)
    {
        var done = await (await client.PageAsync($"/staff/content/pages/{id}")).SubmitAsync(client, Form(handler), fields);
        done.Status.ShouldBe(HttpStatusCode.Redirect, done.MainText);
    }

    private static async Task TakeDownAsync(HttpClient client, Guid id, string reason, params (string, string?)[] fields)
    {
        var done = await (await client.PageAsync($"/staff/content/pages/{id}/take-down")).SubmitAsync(client, "main form:not([action])", [("Reason", reason), .. fields]);
        done.Status.ShouldBe(HttpStatusCode.Redirect, done.MainText);
    }
}
