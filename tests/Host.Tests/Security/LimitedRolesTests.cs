using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Security;

/// <summary>A role that is given for one team or section opens nothing that is for the whole site.</summary>
[Collection(Site.Name)]
[Proves("accounts")]
public sealed class LimitedRolesTests(App app)
{
    private static readonly Scope OneSection = new(ScopeKind.Section, "food");

    [Theory]
    [InlineData(Roles.PlatformAdministrator, "/staff/accounts")]
    [InlineData(Roles.PlatformAdministrator, "/staff/settings")]
    [InlineData(Roles.PlatformAdministrator, "/staff/jobs")]
    [InlineData(Roles.DataProtectionOfficer, "/staff/audit")]
    [InlineData(Roles.LocalOfferOfficer, "/staff/imports")]
    [InlineData(Roles.TeamManager, "/staff/join-requests")]
    public async Task Get_WithARoleForOneSection_IsForbidden_AndWithoutALimitOpens(string role, string address)
    {
        using var limited = await app.SignInAsync(new Grant(role, OneSection));
        using var whole = await app.SignInAsync(new Grant(role, Scope.Everything));

        (await limited.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await whole.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/staff")]
    [InlineData("/staff/account")]
    public async Task Get_OnesOwnThings_OpensWithALimit(string address)
    {
        using var limited = await app.SignInAsync(new Grant(Roles.EhcCoordinator, OneSection));

        (await limited.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
