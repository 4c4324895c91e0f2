using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Staff;

public sealed class ChangeSettingTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Form = "main form[method=post]";
    private const string Address = "/staff/settings/site.sendiass-phone/change";

    private readonly App app = new(cluster);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Post_NewValue_IsSavedShownAndWrittenDown()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        (await officer.PageAsync("/staff/settings/to-confirm")).MainText.ShouldContain("Phone number of Medway SENDIASS.");
        var form = await officer.PageAsync(Address);

        var answer = await form.SubmitAsync(officer, Form, ("Value", "01634 000111"), ("Reason", "Confirmed by phone"));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        var list = await officer.PageAsync(answer.Response.Headers.Location!.OriginalString);
        list.MainText.ShouldContain("Saved.");
        list.MainText.ShouldContain("01634 000111");
        (await officer.PageAsync("/staff/settings/to-confirm")).MainText.ShouldNotContain("Phone number of Medway SENDIASS.");
        (await app.GetAsync("/about/privacy")).Body.ShouldContain("01634 000111");
        (await app.AskAsync<string>(
            "select reason || changes::text from platform.audit_entries where name = 'platform.setting-changed' order by at desc limit 1")).ShouldContain("Confirmed by phone");
    }

    [Theory]
    [InlineData("call us", "Confirmed", "Value", "Type a phone number")]
    [InlineData("01634 000111", "", "Reason", "Say why")]
    [InlineData("01634\u0001000111", "Confirmed", "Value", "cannot be seen")]
    public async Task Post_BadValue_IsExplainedAndWhatWasTypedStays(string value, string reason, string field, string complaint)
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var answer = await (await officer.PageAsync(Address)).SubmitAsync(officer, Form, ("Value", value), ("Reason", reason));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Html.Title.ShouldBe("Error: Change a setting – Local Offer staff");
        answer.One($".summary a[href='#f-{field}']").TextContent.ShouldContain(complaint);
        answer.One($"#f-{field}").GetAttribute("aria-describedby")!.ShouldContain($"f-{field}-error");
        answer.One($"#f-{field}-error").TextContent.ShouldContain(complaint);
        answer.One("#f-Reason").GetAttribute("value").ShouldBe(reason);
        answer.One("#f-Value").TextContent.Trim().ShouldBe(value);
    }

    [Fact]
    public async Task Post_TenThousandLetters_IsRefusedInWords()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var answer = await (await officer.PageAsync(Address)).SubmitAsync(officer, Form, ("Value", new string('1', 10_000)), ("Reason", new string('x', 10_000)));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.All(".summary a").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Post_SomebodyElseChangedIt_IsAConflictThatKeepsTheTyping()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        using var other = await app.SignInAsAsync(Roles.PlatformAdministrator);
        var mine = await officer.PageAsync(Address);
        var theirs = await other.PageAsync(Address);
        (await theirs.SubmitAsync(other, Form, ("Value", "01634 000222"), ("Reason", "Confirmed"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var conflict = await mine.SubmitAsync(officer, Form, ("Value", "01634 000333"), ("Reason", "Confirmed"));

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.One(".summary").TextContent.ShouldContain("Somebody else changed this");
        conflict.One(".govuk-summary-list").TextContent.ShouldContain("01634 000222");
        conflict.One("#f-Value").TextContent.Trim().ShouldBe("01634 000333");
        (await conflict.SubmitAsync(officer, Form)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_SettingOfTheInstallation_CannotBeChanged()
    {
        await using var installed = new App(cluster) { ConnectionString = app.ConnectionString };
        installed.Settings["Settings:site.council-phone"] = "01634 000444";
        await installed.InitializeAsync();
        using var officer = await installed.SignInAsAsync(Roles.LocalOfferOfficer);

        (await officer.PageAsync("/staff/settings")).MainText.ShouldContain("Set where the site is installed");
        var page = await officer.PageAsync("/staff/settings/site.council-phone/change");

        page.MainText.ShouldContain("01634 000444");
        page.All(Form).ShouldBeEmpty();
    }
}
