using System.Net;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Tests.Features;

/// <summary>Finding, opening and making a record, by the forms that staff use.</summary>
[Collection(PeopleApp.Name)]
[Proves("messaging")]
public sealed class FindAndRecordTests(App app)
{
    [Fact]
    public async Task Find_ShowsReferenceYearAndInitials_AndNothingElse_AndIsWrittenDown()
    {
        var family = await app.FamilyAsync();
        var person = await PersonAsync(family.ParentId);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);

        foreach (var fields in new (string, string?)[][]
        {
            [("Contact", family.Email.ToUpperInvariant())],
            [("Contact", "+44 " + family.Phone[1..])],
            [("GivenName", person.GivenName.ToLowerInvariant()), ("FamilyName", " " + person.FamilyName)],
            [("GivenName", person.GivenName), ("FamilyName", person.FamilyName), .. Steps.Date("BornOn", person.BornOn!.Value)],
            [("Reference", person.Reference.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant())],
        })
        {
            var found = await staff.FindAsync(fields);
            var row = found.All("main tbody tr").ShouldHaveSingleItem().TextContent;
            row.ShouldContain(person.Reference);
            row.ShouldContain($"{person.BornOn!.Value.Year}");
            row.ShouldContain("PM");
            row.ShouldNotContain(person.GivenName);
            row.ShouldNotContain("@");
        }

        (await app.TrailOfAsync(family.ParentId)).Count(name => name == PeopleAudit.Found.Name).ShouldBe(5);
        (await staff.FindAsync(("GivenName", person.GivenName[..5]), ("FamilyName", person.FamilyName))).MainText.ShouldContain("Nobody is like that");
    }

    [Theory]
    [InlineData("", "", "", "Write a reference")]
    [InlineData("Sam", "", "", "Write both names")]
    [InlineData("", "", "sam@", "not whole")]
    [InlineData("", "", "12", "not a whole phone number")]
    public async Task Find_WithTooLittle_SaysSo_AndKeepsWhatWasTyped(string given, string family, string contact, string says)
    {
        using var staff = await app.SignInAsAsync(Roles.RegisterOfficer);

        var page = await staff.FindAsync(("GivenName", given), ("FamilyName", family), ("Contact", contact));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain(says);
        page.One("[name=GivenName]").GetAttribute("value").ShouldBe(given);
    }

    [Fact]
    public async Task View_IsWrittenDown_AndTheFamilyCanSeeThat()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);

        var page = await staff.PageAsync(Steps.At(family.ParentId));

        page.MainText.ShouldContain(family.Email);
        page.MainText.ShouldContain("Parental responsibility");
        (await app.TrailOfAsync(family.ParentId)).ShouldContain(PeopleAudit.Viewed.Name);
        (await app.TrailOfAsync(family.ChildId)).ShouldContain(PeopleAudit.Viewed.Name, "the child's name stands on the page too");
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        var looked = await parent.PageAsync("/my/who-looked");
        looked.MainText.ShouldContain(PeopleAudit.Viewed.Description);
        looked.MainText.ShouldContain(Roles.EhcCoordinator);
    }

    [Fact]
    public async Task View_OutOfScope_IsTheSameAsUnknown()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var limited = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Person, family.ParentId)));

        (await limited.PageAsync(Steps.At(family.ParentId))).Status.ShouldBe(HttpStatusCode.OK);
        (await limited.PageAsync(Steps.At(other.ParentId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await limited.PageAsync(Steps.At(Guid.CreateVersion7()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await limited.PageAsync(Steps.At(other.ParentId, "/change"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.TrailOfAsync(other.ParentId)).ShouldNotContain(PeopleAudit.Viewed.Name);
    }

    [Fact]
    public async Task View_WithBreakGlass_ReadsAndChangesNothing()
    {
        var family = await app.FamilyAsync();
        using var opened = await app.SignInAsync(
            new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, Guid.CreateVersion7())), new Grant(Roles.BreakGlass, Scope.Of(ScopeKind.Person, family.ParentId)));

        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var change = $"a[href='{Steps.At(family.ParentId, "/change")}']";

        var record = await opened.PageAsync(Steps.At(family.ParentId));
        record.MainText.ShouldContain(family.Email);
        record.All(change).ShouldBeEmpty();
        (await officer.PageAsync(Steps.At(family.ParentId))).All(change).Count.ShouldBe(1, "the control");
        (await opened.PageAsync(Steps.At(family.ParentId, "/change"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var form = await officer.PageAsync(Steps.At(family.ParentId, "/change"));
        (await form.SubmitAsync(opened, "main form", ("Reason", "x"))).Status.ShouldNotBe(HttpStatusCode.Redirect);
        (await opened.PageAsync(Steps.At(family.ParentId, "/restrictions"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Record_ThenASecondTime_IsAskedWhetherItIsSomebodyElse()
    {
        using var staff = await app.SignInAsAsync(Roles.RegisterOfficer);
        (string, string?)[] fields = [("Kind", "Child"), ("GivenName", "Twin"), ("FamilyName", "O’Madeup-Șample"), .. Steps.Date("BornOn", new DateOnly(2016, 2, 29))];

        var made = await staff.FillInAsync("/staff/people/new", fields);
        made.Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync(made.Response.Headers.Location!.ToString())).Heading.ShouldBe("Twin O’Madeup-Șample");

        var again = await staff.FillInAsync("/staff/people/new", fields);
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.One("[name=FamilyName]").GetAttribute("value").ShouldBe("O’Madeup-Șample");
        (await again.SubmitAsync(staff, "main form", ("IsSomebodyElse", "yes"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("GivenName", "")]
    [InlineData("GivenName", "1234")]
    [InlineData("FamilyName", "Sam\r\nBcc: other@example.org")]
    [InlineData("FamilyName", "Sam\u202Eelpmas")]
    [InlineData("Kind", "")]
    [InlineData("Kind", "7")]
    [InlineData("BornOn.Day", "31")]
    [InlineData("BornOn.Year", "2999")]
    [InlineData("BornOn.Year", "1066")]
    public async Task Record_WithBadInput_IsRefusedInWords(string field, string value)
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        Dictionary<string, string?> fields = new()
        {
            ["Kind"] = "Child",
            ["GivenName"] = "Sam",
            ["FamilyName"] = "Madeup",
            ["BornOn.Day"] = "1",
            ["BornOn.Month"] = "2",
            ["BornOn.Year"] = "2016",
            [field] = value,
        };

        var page = await staff.FillInAsync("/staff/people/new", [.. fields.Select(pair => (pair.Key, pair.Value))]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Html.Title!.ShouldStartWith("Error:");
        page.One("[name='BornOn.Month']").GetAttribute("value").ShouldBe("2");
    }

    private Task<PersonRecord> PersonAsync(Guid id) => app.AskAsync(context => context.Persons.AsNoTracking().SingleAsync(person => person.Id == id, Given.Now));
}
