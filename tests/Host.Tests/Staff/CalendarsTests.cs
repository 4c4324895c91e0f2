using System.Net;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Host.Tests.Staff;

public sealed class CalendarsTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Form = "main form[method=post]";
    private const string Change = "/staff/calendars/bank-holidays/2026-05-04/change";
    private const string ChangeTerm = "/staff/calendars/terms/2026/2/change";

    private readonly App app = new(cluster);

    private LoadedCalendars Calendars => app.Services.GetRequiredService<LoadedCalendars>();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Get_Calendars_ShowsWhatIsCountedBy_AndToWhomMayChangeItHow()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        using var author = await app.SignInAsAsync(Roles.Author);

        var mine = await officer.PageAsync("/staff/calendars");
        var theirs = await author.PageAsync("/staff/calendars");

        foreach (var page in new[] { mine, theirs })
        {
            page.MainText.ShouldContain("Working days are known until 31 December 2028.");
            page.MainText.ShouldContain("Monday 4 May 2026");
            page.MainText.ShouldContain("2026-27");
        }

        mine.All("main a[href$='/change']").Count.ShouldBe(40 + 18);
        theirs.All("main a[href$='/change'], main a[href$='/add']").ShouldBeEmpty();
        mine.One("nav a[href='/staff/calendars']").TextContent.ShouldContain("Calendars");
        (await author.PageAsync(Change)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.PageAsync("/staff/calendars/bank-holidays/2026-05-05/change")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.PageAsync("/staff/calendars/terms/2026/7/change")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_AMovedHoliday_CountsAtOnceAndIsWrittenDown()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        Calendars.WorkingDays.IsWorkingDay(new(2026, 5, 4)).ShouldBeFalse();

        var answer = await (await officer.PageAsync(Change)).SubmitAsync(officer, Form, ("Date.Day", "8"), ("Reason", "Moved for the anniversary"));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        var list = await officer.PageAsync(answer.Response.Headers.Location!.OriginalString);
        list.MainText.ShouldContain("Saved.");
        list.MainText.ShouldContain("Friday 8 May 2026");
        Calendars.WorkingDays.IsWorkingDay(new(2026, 5, 4)).ShouldBeTrue();
        Calendars.WorkingDays.IsWorkingDay(new(2026, 5, 8)).ShouldBeFalse();
        (await app.AskAsync<string>(
            "select reason || ' ' || (changes #>> '{0,after}') from platform.audit_entries where name = 'platform.calendar-changed'"))
            .ShouldBe("Moved for the anniversary 2026-05-08 Early May bank holiday");
    }

    [Theory]
    [InlineData("8", "5", "202", "Type a real date")]
    [InlineData("31", "6", "2026", "Type a real date")]
    [InlineData("9", "5", "2026", "That is a weekend")]
    [InlineData("25", "12", "2026", "is there already: Christmas Day")]
    [InlineData("7", "5", "2027", "2026 would have fewer than 8 bank holidays")]
    public async Task Post_ADayThatCannotBe_IsExplainedAndKept(string day, string month, string year, string complaint)
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var answer = await (await officer.PageAsync(Change)).SubmitAsync(
            officer, Form, ("Date.Day", day), ("Date.Month", month), ("Date.Year", year), ("Reason", "Because"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.One(".summary a[href='#f-Date']").TextContent.ShouldContain(complaint);
        answer.One("[name='Date.Year']").GetAttribute("value").ShouldBe(year);
        answer.One("#f-Reason").GetAttribute("value").ShouldBe("Because");
    }

    [Fact]
    public async Task Post_Remove_OnlyWhereTheYearStaysWhole()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        const string remove = "main button[formaction]";
        var page = await officer.PageAsync(Change);
        page.One("main form").SetAttribute("action", page.One(remove).GetAttribute("formaction")!);

        var refused = await page.SubmitAsync(officer, Form, ("Reason", "It is none"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("fewer than 8");

        (await AddAsync(officer, "8", "5", "2026")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await page.SubmitAsync(officer, Form, ("Reason", "It is none"))).Status.ShouldBe(HttpStatusCode.Redirect);
        Calendars.WorkingDays.IsWorkingDay(new(2026, 5, 4)).ShouldBeTrue();
        Calendars.WorkingDays.IsWorkingDay(new(2026, 5, 8)).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_SomebodyElseChangedIt_IsAConflictThatKeepsTheTyping()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var mine = await officer.PageAsync(Change);
        var mineOfTerm = await officer.PageAsync(ChangeTerm);
        await (await officer.PageAsync(Change)).SubmitAsync(officer, Form, ("Name", "May Day"), ("Reason", "Its name"));
        await (await officer.PageAsync(ChangeTerm)).SubmitAsync(officer, Form, ("Note", "Some differ"), ("Reason", "Seen"));

        var conflict = await mine.SubmitAsync(officer, Form, ("Name", "Early May"), ("Reason", "Its name"));
        var conflictOfTerm = await mineOfTerm.SubmitAsync(officer, Form, ("LastDay.Day", "17"), ("Reason", "Seen"));

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.MainText.ShouldContain("May Day");
        conflict.One("#f-Name").GetAttribute("value").ShouldBe("Early May");
        (await conflict.SubmitAsync(officer, Form)).Status.ShouldBe(HttpStatusCode.Redirect);
        conflictOfTerm.Status.ShouldBe(HttpStatusCode.Conflict);
        (await conflictOfTerm.SubmitAsync(officer, Form)).Status.ShouldBe(HttpStatusCode.Redirect);
        Calendars.SchoolTerms.All.Single(term => term is { SchoolYear: 2026, Number: 2 }).LastDay.ShouldBe(new DateOnly(2026, 12, 17));
    }

    [Fact]
    public async Task Post_TheNextTerm_FollowsTheLast()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var form = await officer.PageAsync("/staff/calendars/terms/add");
        form.One("h1").TextContent.ShouldBe("Add term 1 of 2027-28");

        var wrong = await AddTermAsync(form, officer, ("1", "9", "2026"), ("15", "10", "2026"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.One(".summary").TextContent.ShouldContain("Term 1 of 2027-28 lies in 2027");
        (await AddTermAsync(form, officer, ("1", "9", "2027"), ("15", "10", "2027"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var late = await AddTermAsync(form, officer, ("1", "9", "2027"), ("15", "10", "2027"));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.One("h1").TextContent.ShouldBe("Add term 2 of 2027-28");

        Calendars.SchoolTerms.BreakOn(new(2027, 8, 1))!.Name.ShouldBe("summer holiday");
    }

    [Fact]
    public async Task Post_ANewYear_IsUsedOnlyWhenItIsWhole()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        foreach (var month in new[] { "1", "2", "3", "5", "6", "8", "10" })
        {
            (await AddAsync(officer, "1", month, "2029")).Status.ShouldBe(HttpStatusCode.Redirect, month);
        }

        (await officer.PageAsync("/staff/calendars")).MainText.ShouldContain("Not used yet.");
        Calendars.WorkingDays.LastDay!.Value.Year.ShouldBe(2028);
        (await AddAsync(officer, "25", "12", "2029")).Status.ShouldBe(HttpStatusCode.Redirect);
        Calendars.WorkingDays.LastDay!.Value.Year.ShouldBe(2029);
    }

    private static async Task<Page> AddAsync(HttpClient officer, string day, string month, string year) =>
        await (await officer.PageAsync("/staff/calendars/bank-holidays/add")).SubmitAsync(
            officer, Form, ("Date.Day", day), ("Date.Month", month), ("Date.Year", year), ("Name", "A day"), ("Reason", "Its list"));

    private static Task<Page> AddTermAsync(
        Page form, HttpClient officer, (string Day, string Month, string Year) first, (string Day, string Month, string Year) last) => form.SubmitAsync(
            officer,
            Form,
            ("FirstDay.Day", first.Day),
            ("FirstDay.Month", first.Month),
            ("FirstDay.Year", first.Year),
            ("LastDay.Day", last.Day),
            ("LastDay.Month", last.Month),
            ("LastDay.Year", last.Year),
            ("Reason", "Its list"));
}
