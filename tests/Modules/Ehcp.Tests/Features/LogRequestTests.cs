using System.Net;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>A request is logged by the form that staff use, and bad dates are answered in words.</summary>
[Collection(EhcpApp.Name)]
[Proves("ehcp")]
public sealed class LogRequestTests(App app)
{
    [Fact]
    public async Task Log_FromTheList_MakesARecordWithItsDates_AndTheFamilySeesWhoDid()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await staff.PageAsync("/staff")).All("a[href='/staff/ehcp/records']").ShouldNotBeEmpty("it is in the menu");
        (await staff.PageAsync("/staff/ehcp/records")).All("a[href='/staff/ehcp/requests/new']").ShouldNotBeEmpty();
        var received = app.Today().AddDays(-10);

        var record = await staff.LoggedAsync(family.ChildId, received, ("Asker", $"{family.ParentId}"), ("Evidence", "A report of the school"));

        var page = await staff.PageAsync(record);
        page.MainText.ShouldContain("A report of the school");
        page.DateRow("Decide whether to assess").ShouldContain(received.AddDays(42).Short());
        page.DateRow("Decide whether to assess").ShouldContain("SEND Regulations 2014, reg 5(1)");
        page.DateRow("Decide whether to assess").ShouldContain($"{received.WithDay()}; 6 weeks (42 days) later is {received.AddDays(42).WithDay()}");
        page.DateRow("Send the final plan Why").ShouldContain(received.AddDays(140).Short());
        page.One("section[aria-labelledby=who] tbody").TextContent.ShouldContain("Parent, with parental responsibility");
        (await staff.PageAsync("/staff/ehcp/records?whose=mine")).All($"a[href='{record}']").ShouldNotBeEmpty();
        (await app.TrailOfAsync(family.ChildId)).ShouldContain(EhcpAudit.Logged.Name);
        (await app.TrailOfAsync(family.ParentId)).ShouldContain(EhcpAudit.Viewed.Name, "the parent's name stands on the page");
    }

    [Fact]
    public async Task Log_ByReference_AsStaffWriteIt()
    {
        var family = await app.FamilyAsync();
        var reference = await app.AskAsync(context => context.Database.SqlQuery<string>($"select reference as \"Value\" from people.persons where id = {family.ChildId}").SingleAsync(Given.Now));
        using var staff = await app.SignInAsAsync(Roles.TeamManager);

        var record = await staff.LoggedAsync(family.ChildId, app.Today(), ("Child", reference.ToLowerInvariant().Replace('-', ' ')));

        (await staff.PageAsync(record)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("ReceivedOn.Year", "25", "four digits")]
    [InlineData("ReceivedOn.Month", "13", "four digits")]
    [InlineData("ReceivedOn.Year", "2099", "has not come yet")]
    [InlineData("ReceivedOn.Year", "2013", "1 September 2014")]
    [InlineData("ReceivedOn.Year", "2015", "born on")]
    [InlineData("Child", "", "Write the reference")]
    [InlineData("Child", "PER-0000-00", "There is no child")]
    [InlineData("AskedBy", "", "Choose who asked")]
    [InlineData("AskedBy", "2", "Choose who asked")]
    [InlineData("Asker", "PER-0000-00", "Nobody with this reference")]
    [InlineData("Coordinator", "nobody@example.org", "No member of staff")]
    public async Task Log_WithBadInput_SaysWhatIsWrong_AndKeepsWhatWasTyped(string field, string value, string says)
    {
        var child = await app.ChildAsync(new DateOnly(2016, 5, 4));
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        Dictionary<string, string?> fields = new()
        {
            ["Child"] = $"{child}",
            ["AskedBy"] = "School",
            ["Evidence"] = "Typed already",
            ["ReceivedOn.Day"] = "2",
            ["ReceivedOn.Month"] = "3",
            ["ReceivedOn.Year"] = "2026",
            [field] = value,
        };

        var page = await staff.FillInAsync("/staff/ehcp/requests/new", [.. fields.Select(pair => (pair.Key, pair.Value))]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain(says);
        page.One("[name=Evidence]").TextContent.Trim().ShouldBe("Typed already");
        (await app.AskAsync(context => context.Records.CountAsync(record => record.ChildId == child, Given.Now))).ShouldBe(0);
    }

    [Fact]
    public async Task Log_ASecondRequestForOneChild_IsAnsweredWithTheFirst()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-3));
        var reference = await app.AskAsync(context => context.Records.Where(one => one.ChildId == family.ChildId).Select(one => one.Reference).SingleAsync(Given.Now));

        var second = await staff.LogAsync(family.ChildId, app.Today());
        second.Status.ShouldBe(HttpStatusCode.BadRequest);
        second.One(".summary").TextContent.ShouldContain(reference);

        // After a refusal they may ask again.
        await staff.RecordedAsync(record, "DecidedNotToAssess", app.Today(), ("Note", "Needs are met at school"));
        await staff.LoggedAsync(family.ChildId, app.Today());
    }

    [Fact]
    public async Task Log_TwoAtOnce_MakesOneRecord()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => staff.LogAsync(family.ChildId, app.Today())));

        pages.Count(page => page.Status == HttpStatusCode.Redirect).ShouldBe(1);
        pages.Count(page => page.Status == HttpStatusCode.BadRequest).ShouldBe(3);
    }

    [Fact]
    public async Task Log_ForSomebodyWhomNobodyCanBeToldAbout_WorksAndSaysSo()
    {
        var child = await app.ChildAsync(app.Today().AddYears(-7));
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);

        var page = await staff.PageAsync(await staff.LoggedAsync(child, app.Today()));

        page.MainText.ShouldContain("Nobody can be told");
    }

    [Fact]
    public async Task Log_IsRefusedToOthers()
    {
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await officer.PageAsync("/staff/ehcp/requests/new")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.PageAsync("/staff/ehcp/records")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
