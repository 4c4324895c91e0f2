using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>Where a child is taught, and that health knows of those who are not taught at a school; and appointments on the family's page.</summary>
[Collection(EhcpApp.Name)]
[Proves("ehcp")]
public sealed class SettingTests(App app)
{
    [Fact]
    public async Task NotAtASchool_StandsInMyWorkUntilHealthWasTold_AndInTheListUntilTheChildIsBack()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        (await staff.PageAsync(record)).All($"a[href='{record}/setting']").ShouldNotBeEmpty();
        (await RecordAsync(staff, record, "Section19", app.Today().AddDays(-20), "Fernwords tuition")).Status.ShouldBe(HttpStatusCode.Redirect);
        var work = await staff.PageAsync("/staff");
        var tell = work.One($"a[href^='{record}/setting/'][href$='/health']").GetAttribute("href")!;
        (await staff.PageAsync("/staff/ehcp/settings?whose=mine&show=untold&where=Section19")).MainText.ShouldContain("Not told");
        (await staff.PageAsync("/staff/ehcp/records")).All("a[href='/staff/ehcp/settings']").ShouldNotBeEmpty();
        (await staff.FillInAsync(tell, [.. Given.Date("On", app.Today().AddDays(2))])).One(".summary").TextContent.ShouldContain("has not come yet");

        (await staff.FillInAsync(tell, [.. Given.Date("On", app.Today())])).Status.ShouldBe(HttpStatusCode.Redirect);

        (await staff.PageAsync("/staff")).All($"a[href='{tell}']").ShouldBeEmpty();
        (await staff.PageAsync(tell)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync("/staff/ehcp/settings?whose=mine")).MainText.ShouldContain($"Told on {app.Today().Short()}");
        (await RecordAsync(staff, record, "School", app.Today(), "Back at school")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync("/staff/ehcp/settings?whose=mine")).All($"a[href='{record}/setting']").ShouldBeEmpty();
        var page = await staff.PageAsync($"{record}/setting");
        page.MainText.ShouldContain("Fernwords tuition");
        var back = page.All("main tbody form")[0].QuerySelector("input[name=StatusId]")!.GetAttribute("value");
        (await page.SubmitAsync(staff, $"form:has(input[value='{back}'])")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync("/staff/ehcp/settings?whose=mine")).All($"a[href='{record}/setting']").Count.ShouldBe(1, "what was wrong was taken back");
        var trail = await app.TrailOfAsync(family.ChildId);
        new[] { EhcpAudit.SettingRecorded, EhcpAudit.SettingWithdrawn, EhcpAudit.HealthTold, EhcpAudit.SettingsListed }.ShouldAllBe(one => trail.Contains(one.Name));
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my/ehc-plan")).MainText.ShouldNotContain("Fernwords", Case.Sensitive, "families never read what staff wrote");
    }

    [Theory]
    [InlineData("Kind", "", "Choose where the child is taught")]
    [InlineData("Kind", "7", "Choose where the child is taught")]
    [InlineData("Note", "", "Write which school")]
    [InlineData("From.Year", "2099", "has not come yet")]
    [InlineData("From.Year", "1999", "before that")]
    [InlineData("From.Year", "25", "four digits")]
    [InlineData("HealthToldOn.Year", "2099", "Tell health first")]
    public async Task Setting_WithBadInput_SaysWhatIsWrong_AndKeepsWhatWasTyped(string field, string value, string says)
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        Dictionary<string, string?> fields = new() { ["Kind"] = "HomeByChoice", ["Note"] = "Kept words" };
        foreach (var (name, typed) in Given.Date("From", app.Today()).Concat(Given.Date("HealthToldOn", app.Today())))
        {
            fields[name] = typed;
        }

        fields[field] = value;
        var page = await (await staff.PageAsync($"{record}/setting")).SubmitAsync(staff, "form.setting", [.. fields.Select(pair => (pair.Key, pair.Value))]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain(says);
        page.One("[name='From.Day']").GetAttribute("value").ShouldBe($"{app.Today().Day}");
        var id = Guid.Parse(record.Split('/')[^1]);
        (await app.AskAsync(context => context.SettingStatuses.CountAsync(status => status.RecordId == id, Given.Now))).ShouldBe(0);
    }

    [Fact]
    public async Task OutOfCaseload_IsNotFound_NorListed_AndTwoAtOnceAreOne()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        var open = await staff.PageAsync($"{record}/setting");
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => open.SubmitAsync(staff, "form.setting", [("Kind", "Nothing"), ("Note", "At once"), .. Given.Date("From", app.Today())])));
        pages.Count(page => page.Status == HttpStatusCode.Redirect).ShouldBe(1);
        pages.ShouldAllBe(page => (int)page.Status < 500);
        using var other = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, Guid.CreateVersion7())));

        (await other.PageAsync($"{record}/setting")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PageAsync("/staff/ehcp/settings")).All("main tbody tr a").ShouldBeEmpty();
        (await staff.PageAsync("/staff/ehcp/settings?whose=mine")).All($"a[href='{record}/setting']").Count.ShouldBe(1);
        using var head = await app.SignInAsAsync(Roles.HeadOfSend);
        (await head.PageAsync($"{record}/setting")).All("main form").ShouldBeEmpty("who reads does not write");
    }

    [Fact]
    public async Task Appointment_StandsOnTheFamilysPage_UntilItIsCalledOff_AndNobodyElseReadsWhere()
    {
        var (family, stranger) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        (await staff.PageAsync(record)).All($"a[href='{record}/appointments']").ShouldNotBeEmpty();
        foreach (var (field, value, says) in new[] { ("With", "Family", "Choose with whom"), ("At", "25:00", "four digits"), ("Where", "", "Write where"), ("On.Year", "2015", "is over"), ("On.Year", "2099", "more than a year") })
        {
            var bad = await RecordAppointmentAsync(staff, record, (field, value));
            bad.Status.ShouldBe(HttpStatusCode.BadRequest, field);
            bad.One(".summary").TextContent.ShouldContain(says);
        }

        (await RecordAppointmentAsync(staff, record)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await RecordAppointmentAsync(staff, record)).Status.ShouldBe(HttpStatusCode.Redirect, "pressed twice");

        using var parent = await app.SignInFamilyAsync(family.ParentId);
        var own = await parent.PageAsync("/my/ehc-plan");
        own.All("li").Count(item => item.TextContent.Contains("Quietplace", StringComparison.Ordinal)).ShouldBe(1);
        own.MainText.ShouldContain(", 10:30");
        using var other = await app.SignInFamilyAsync(stranger.ParentId);
        (await other.PageAsync("/my/ehc-plan")).Body.ShouldNotContain("Quietplace");
        var told = (await app.TouchpointsAsync(family.ChildId, "C-07")).Single(one => one.PersonId == family.ParentId);
        told.Words.ShouldNotBeNull().ShouldContain("at 10:30");
        told.Words.ShouldNotContain("Quietplace", Case.Sensitive, "it stands in text messages");
        var page = await staff.PageAsync($"{record}/appointments");
        (await page.SubmitAsync(staff, "main tbody form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await parent.PageAsync("/my/ehc-plan")).MainText.ShouldNotContain("Quietplace");
        (await staff.PageAsync($"{record}/appointments")).MainText.ShouldContain("Called off");
    }

    private Task<Page> RecordAppointmentAsync(HttpClient staff, string record, params (string Name, string Value)[] instead)
    {
        Dictionary<string, string?> fields = new() { ["With"] = "EducationalPsychologist", ["At"] = "10:30", ["Where"] = "Quietplace Clinic" };
        foreach (var (name, typed) in Given.Date("On", app.Today().AddDays(20)).Concat(instead.Select(one => (one.Name, (string?)one.Value))))
        {
            fields[name] = typed;
        }

        return SubmitAsync();

        async Task<Page> SubmitAsync() =>
            await (await staff.PageAsync($"{record}/appointments")).SubmitAsync(staff, "form.appointment", [.. fields.Select(pair => (pair.Key, pair.Value))]);
    }

    private static async Task<Page> RecordAsync(HttpClient staff, string record, string kind, DateOnly from, string note) =>
        await (await staff.PageAsync($"{record}/setting")).SubmitAsync(staff, "form.setting", [("Kind", kind), ("Note", note), .. Given.Date("From", from)]);
}
