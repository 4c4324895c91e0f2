using System.Net;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.People.Tests.Features;

[Collection(PeopleApp.Name)]
[Proves("messaging")]
public sealed class OwnPreferencesTests(App app)
{
    [Fact]
    public async Task Get_IsReadByAnElevenYearOld_AndFillsNothingOfAnybodyElse()
    {
        var family = await app.FamilyAsync();
        using var parent = await app.SignInFamilyAsync(family.ParentId);

        var page = await parent.PageAsync("/my/preferences");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldNotContain(family.Email);
        ReadingAge.Of([.. page.All("main p, main label, main legend, main h1").Select(block => block.TextContent)]).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader);
    }

    [Fact]
    public async Task Get_SignedInWithAnIdThatPeopleDoesNotKnow_IsNotFound()
    {
        using var nobody = await app.SignInFamilyAsync(Guid.CreateVersion7());

        (await nobody.PageAsync("/my/preferences")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_WithoutSigningIn_LeadsToTheDoor_AndStaffStayOutside()
    {
        (await app.GetAsync("/my/preferences")).Status.ShouldBe(HttpStatusCode.Redirect);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await staff.PageAsync("/my/preferences")).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
