using System.Net;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Features.Staff;

/// <summary>Staff keep records: a draft, a difference, a second person, history. All over HTTP, as two people in two browsers.</summary>
[Proves("listings")]
public sealed class KeepRecordsTests(App app) : IClassFixture<App>
{
    private const string Pool = "maidstone-leisure-sen-pool";

    [Fact]
    public async Task Change_ByTwoPeople_GoesLiveOnlyWhenTheSecondApproves()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var at = "/staff/listings/services/" + await IdAsync("medway-united-comets");
        var form = await author.PageAsync(at + "/edit");
        form.One("#f-Form-Sessions").TextContent.Trim().ShouldBe("sat 12:00-13:00");

        var saved = await form.SubmitAsync(author, "main form", ("Form.Phone", "01632 960001"), ("Form.Facts[QuietSpace]", "yes"), ("Form.Notes[QuietSpace]", "Ask at the desk"),
            ("Form.Sessions", "Saturday 12pm to 1pm in term time\nsun 10:00-11:00 holidays"), ("Form.Costs", "free\npaid | Parent | 2.50 | a session"));
        saved.Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.GetAsync("/services/medway-united-comets")).Body.ShouldNotContain("960001");

        var draft = await author.PageAsync(at + "/draft");
        draft.MainText.ShouldContain("Phone Nothing 01632 960001");
        draft.MainText.ShouldContain("A quiet place to go if it is too much Nothing Yes. Ask at the desk");
        (await draft.SubmitAsync(author, "main form", ("Decision", "hand-in"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await author.PageAsync("/staff")).MainText.ShouldNotContain("Waiting for your check");

        (await publisher.PageAsync("/staff")).MainText.ShouldContain("Waiting for your check");
        var approved = await (await publisher.PageAsync(at + "/draft")).SubmitAsync(publisher, "main form", ("Decision", "approve"));
        approved.Status.ShouldBe(HttpStatusCode.Redirect);

        // The page was kept from before: the notice drops it within moments.
        var page = await app.GetAsync("/services/medway-united-comets");
        for (var tries = 0; tries < 300 && page.All(".answer a[href='tel:01632960001']").Count == 0; tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await app.GetAsync("/services/medway-united-comets");
        }

        page.One(".answer a[href='tel:01632960001']").ShouldNotBeNull();
        page.MainText.ShouldContain("Parent: £2.50 for a session");
        page.MainText.ShouldContain("A quiet place to go if it is too much Ask at the desk. We think so. Not confirmed");
        (await EntryAsync("/services/medway-united-comets")).Phone.ShouldBe("01632 960001");
        var history = await publisher.PageAsync(at + "/history");
        history.All("h2").Count(heading => heading.TextContent.StartsWith("Version", StringComparison.Ordinal)).ShouldBe(2);
        (await WithAsync(context => context.Database.SqlQuery<string>($"select name as \"Value\" from platform.audit_entries where name like 'listings.draft-%'").ToListAsync()))
            .ShouldContain("listings.draft-approved");

        // Put back what it said before: a draft like any other.
        var mine = await author.PageAsync(at + "/history");
        (await mine.SubmitAsync(author, "main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await author.PageAsync(at + "/draft")).MainText.ShouldContain("Phone 01632 960001 Nothing");
        await (await author.PageAsync(at + "/draft")).SubmitAsync(author, "main form", ("Decision", "drop"));
    }

    [Fact]
    public async Task Approve_OnesOwnDraft_IsRefused()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var at = "/staff/listings/services/" + await IdAsync("great-lines-parkrun");
        await (await officer.PageAsync(at + "/edit")).SubmitAsync(officer, "main form", ("Form.Times", "Every Saturday at 9am"));
        await (await officer.PageAsync(at + "/draft")).SubmitAsync(officer, "main form", ("Decision", "hand-in"));

        var refused = await (await officer.PageAsync(at + "/draft")).SubmitAsync(officer, "main form", ("Decision", "approve"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("A second person has to decide");
        (await app.GetAsync("/services/great-lines-parkrun")).Body.ShouldNotContain("Every Saturday");
    }

    [Fact]
    public async Task Approve_ADraftOfWhichOneWroteAPart_IsRefused_AndByAThirdPersonIsNot()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        using var author = await app.SignInAsAsync(Roles.Author);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var at = "/staff/listings/services/" + await IdAsync("medway-sendiass");
        await (await officer.PageAsync(at + "/edit")).SubmitAsync(officer, "main form", ("Form.Times", "Monday to Friday, 9am to 5pm"));
        await (await author.PageAsync(at + "/edit")).SubmitAsync(author, "main form", ("Form.Times", "Monday to Friday, 9am to 5pm."));
        await (await author.PageAsync(at + "/draft")).SubmitAsync(author, "main form", ("Decision", "hand-in"));

        (await (await officer.PageAsync(at + "/draft")).SubmitAsync(officer, "main form", ("Decision", "approve"))).MainText.ShouldContain("or a part of it");
        (await (await publisher.PageAsync(at + "/draft")).SubmitAsync(publisher, "main form", ("Decision", "approve"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task SendBack_WithoutSayingWhy_IsRefusedAndWithANoteReachesTheWriter()
    {
        using var editor = await app.SignInAsAsync(Roles.Editor);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var at = "/staff/listings/services/" + await IdAsync("strood-sports-centre");
        await (await editor.PageAsync(at + "/edit")).SubmitAsync(editor, "main form", ("Form.UsualWait", "None"));
        await (await editor.PageAsync(at + "/draft")).SubmitAsync(editor, "main form", ("Decision", "hand-in"));

        (await (await publisher.PageAsync(at + "/draft")).SubmitAsync(publisher, "main form", ("Decision", "return"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await (await publisher.PageAsync(at + "/draft")).SubmitAsync(publisher, "main form", ("Decision", "return"), ("Note", "Who told you?"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await editor.PageAsync(at + "/draft")).MainText.ShouldContain("Sent back: Who told you?");
        (await editor.PageAsync("/staff")).MainText.ShouldContain("Sent back to you");
    }

    [Fact]
    public async Task Save_SomebodyWasFaster_ShowsBothTextsAndKeepsWhatWasTyped()
    {
        using var one = await app.SignInAsAsync(Roles.Editor);
        using var other = await app.SignInAsAsync(Roles.Editor);
        var at = "/staff/listings/services/" + await IdAsync("hoo-sports-centre");
        var mine = await one.PageAsync(at + "/edit");
        var theirs = await other.PageAsync(at + "/edit");
        (await theirs.SubmitAsync(other, "main form", ("Form.Phone", "01632 960002"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var refused = await mine.SubmitAsync(one, "main form", ("Form.Phone", "01632 960003"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.One("#f-Form-Phone").GetAttribute("value").ShouldBe("01632 960003");
        refused.One("#theirs").ParentElement!.TextContent.ShouldContain("01632 960002");
        refused.One("#theirs").ParentElement!.TextContent.ShouldContain("01632 960003");
        (await refused.SubmitAsync(one, "main form")).Status.ShouldBe(HttpStatusCode.Redirect, "with both on the page, saving is a choice");
        (await one.PageAsync(at + "/draft")).MainText.ShouldContain("01632 960003");
    }

    [Fact]
    public async Task Approve_AFileChangedTheRecordMeanwhile_IsRefusedWithWhatChanged()
    {
        using var editor = await app.SignInAsAsync(Roles.Editor);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var id = await IdAsync("medway-park-sports-centre");
        var at = "/staff/listings/services/" + id;
        await (await editor.PageAsync(at + "/edit")).SubmitAsync(editor, "main form", ("Form.UsualWait", "None"));
        await (await editor.PageAsync(at + "/draft")).SubmitAsync(editor, "main form", ("Decision", "hand-in"));
        await WithAsync(context => context.Services.Where(service => service.Id == id).ExecuteUpdateAsync(set => set.SetProperty(service => service.Times, "Closed on Mondays")));

        var refused = await (await publisher.PageAsync(at + "/draft")).SubmitAsync(publisher, "main form", ("Decision", "approve"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.MainText.ShouldContain("The live record has changed since this was written: Days and times in words");
    }

    [Theory]
    [InlineData("Form.Name", "", "Write its name")]
    [InlineData("Form.Slug", "Not A Slug", "Use small letters, numbers and single dashes")]
    [InlineData("Form.Slug", "childline", "Another page has this address")]
    [InlineData("Form.AgeFrom", "eight", "Write a whole number from 0 to 25")]
    [InlineData("Form.Phone", "ask at the desk", "Write one phone number")]
    [InlineData("Form.Website", "javascript:alert(1)", "Write the whole web address")]
    [InlineData("Form.Email", "somebody", "Write an e-mail address")]
    [InlineData("Form.Sessions", "tue 17:00-16:00", "Line 1: It ends before it starts")]
    [InlineData("Form.Sessions", "sometimes", "Line 1: 'sometimes' is not known here")]
    [InlineData("Form.Costs", "cheap", "Line 1: begin with one of free")]
    public async Task Save_BadValue_SaysWhatToWriteAndKeepsIt(string field, string value, string message)
    {
        using var editor = await app.SignInAsAsync(Roles.Editor);
        var at = $"/staff/listings/services/{await IdAsync(Pool)}/edit";

        var refused = await (await editor.PageAsync(at)).SubmitAsync(editor, "main form", (field, value));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".errors, .error-summary, [role=alert]").TextContent.ShouldContain(message);
        var kept = refused.One($"[name='{field}']");
        (kept.GetAttribute("value") ?? kept.TextContent.Trim()).ShouldBe(value);
    }

    [Fact]
    public async Task New_ServiceWithItsOwnOrganisationAndPlace_IsWrittenApprovedAndFound()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        await ApproveAsync(author, publisher, "/staff/listings/organisations/new", ("Name", "Tide Trust"), ("Website", "https://tide.example.org"));
        await ApproveAsync(author, publisher, "/staff/listings/places/new", ("Name", "Tide Hall"), ("Town", "Strood"), ("Postcode", "me2 2dh"), ("Latitude", "51.3945"), ("Longitude", "0.4885"), ("Facts[StepFree]", "yes"));
        var organisation = await WithAsync(context => context.Organisations.Where(row => row.Slug == "tide-trust").Select(row => row.Id).SingleAsync());
        var place = await WithAsync(context => context.Places.Where(row => row.Name == "Tide Hall").Select(row => row.Id).SingleAsync());

        await ApproveAsync(author, publisher, "/staff/listings/services/new",
            ("Form.Name", "Tide club"), ("Form.Summary", "A club by the river."), ("Form.Type", "activity"), ("Form.OrganisationId", organisation.ToString()), ("Form.AddPlace", place.ToString()),
            ("Form.Sessions", "thu 18:00-19:00 both"), ("Form.JoinRoute", "TurnUp"), ("Form.DiagnosisNeeded", "no"));

        var page = await app.GetAsync("/services/tide-club");
        page.MainText.ShouldContain("Tide Hall, Strood ME2 2DH");
        page.MainText.ShouldContain("You do not need a diagnosis");
        page.MainText.ShouldContain("Just turn up. You do not need to book.");
        page.One(".next-date").TextContent.ShouldStartWith("Next: Thursday");
        (await app.GetAsync("/search?q=tide+club")).Body.ShouldContain("/services/tide-club");
        (await app.GetAsync("/organisations/tide-trust")).Body.ShouldContain("/services/tide-club");
    }

    [Fact]
    public async Task Rename_TheOldAddress_LeadsToTheNewOne()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);

        await ApproveAsync(author, publisher, $"/staff/listings/services/{await IdAsync("strand-leisure-park")}/edit", ("Form.Slug", "the-strand"));

        var moved = await app.GetAsync("/services/strand-leisure-park");
        moved.Status.ShouldBe(HttpStatusCode.MovedPermanently);
        moved.Response.Headers.Location!.ToString().ShouldBe("/services/the-strand");
        (await app.GetAsync("/services/strand-leisure-park/text")).Response.Headers.Location!.ToString().ShouldBe("/services/the-strand/text");
        (await EntryAsync("/services/the-strand")).Title.ShouldNotBeNull();
    }

    [Fact]
    public async Task Draft_IsSeenByNobodyOutside()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        var secret = $"Secret {Guid.CreateVersion7():n}";
        var id = await IdAsync("diggerland-kent");
        await (await author.PageAsync($"/staff/listings/services/{id}/edit")).SubmitAsync(author, "main form", ("Form.FirstVisit", secret));

        (await author.PageAsync($"/staff/listings/services/{id}/draft")).Body.ShouldContain(secret, Case.Sensitive, "the control: it is there");
        foreach (var path in new[] { "", "/text", "/large-print", "/share" })
        {
            (await app.GetAsync("/services/diggerland-kent" + path)).Body.ShouldNotContain(secret);
        }

        // The public login cannot read drafts at all, whatever a page might ask for.
        await using var scope = app.Services.CreateAsyncScope();
        var open = scope.ServiceProvider.GetRequiredService<ListingsDbContext>();
        (await open.Services.CountAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(100, "the control: it reads services");
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => open.Revisions.CountAsync(TestContext.Current.CancellationToken))).SqlState.ShouldBe("42501");
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => open.Suggestions.CountAsync(TestContext.Current.CancellationToken))).SqlState.ShouldBe("42501");
    }

    private static async Task ApproveAsync(HttpClient author, HttpClient publisher, string form, params (string, string?)[] fields)
    {
        var saved = await (await author.PageAsync(form)).SubmitAsync(author, "main form", fields);
        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.MainText);
        var draft = saved.Response.Headers.Location!.ToString();
        (await (await author.PageAsync(draft)).SubmitAsync(author, "main form", ("Decision", "hand-in"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var approved = await (await publisher.PageAsync(draft)).SubmitAsync(publisher, "main form", ("Decision", "approve"));
        approved.Status.ShouldBe(HttpStatusCode.Redirect, approved.MainText);
    }

    private Task<Guid> IdAsync(string slug) => WithAsync(context => context.Services.Where(service => service.Slug == slug).Select(service => service.Id).SingleAsync());

    private Task<Platform.Search.SearchEntry> EntryAsync(string url) => WithAsync(context => context.SearchEntries.AsNoTracking().SingleAsync(entry => entry.Url == url));

    private async Task<T> WithAsync<T>(Func<ListingsDbContext, Task<T>> use)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
        return await use(scope.ServiceProvider.GetRequiredService<ListingsDbContext>());
    }
}
