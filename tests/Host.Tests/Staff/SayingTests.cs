using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Staff;

public sealed class SayingTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Address = "/staff/settings/site.sendiass-phone/change";

    private readonly App app = new(cluster);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Post_AChange_IsSaidOnceOnTheNextPage_WhereTheFocusGoes()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var answer = await (await officer.PageAsync(Address)).SubmitAsync(officer, "main form[method=post]", ("Value", "01634 000111"), ("Reason", "Confirmed"));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Response.Headers.Location!.OriginalString.ShouldBe("/staff/settings#said");
        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("__Host-lo-said=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("secure");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("saved");

        var said = (await officer.PageAsync("/staff/settings")).One("main #said[role=status]");
        said.TextContent.Trim().ShouldBe("Saved. The site shows it within moments.");

        // A browser moves the focus to what the address names, when that can have it.
        said.GetAttribute("tabindex").ShouldBe("-1");
        (await officer.PageAsync("/staff/settings")).All("#said").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_Refused_SaysNothing_AndAPageWithoutAChangeSetsNoCookie()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        (await (await officer.PageAsync(Address)).SubmitAsync(officer, "main form[method=post]", ("Value", "call us"), ("Reason", "x"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        var page = await officer.PageAsync("/staff/settings");
        page.All("#said").ShouldBeEmpty();
        (page.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []).ShouldNotContain(set => set.Contains("lo-said"));
    }
}
