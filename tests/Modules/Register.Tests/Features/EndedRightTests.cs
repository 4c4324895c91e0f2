using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Mailings;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>A guardian's yes does not outlive the guardianship: nothing leaves under it. A parent who still decides is the control.</summary>
[Proves("register")]
public sealed class EndedRightTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task YesOfWhoDoesNotSpeakForTheChildAnyMore_PutsNobodyOnAList_AndSendsNothing()
    {
        var (child, mother) = await app.ChildOfAgeAsync(9);
        var (ward, _) = await app.ChildOfAgeAsync(9);
        var guardian = await app.PersonAsync(PersonKind.Adult);
        await app.RelateAsync(guardian, ward, RelationshipKind.SpecialGuardian, decides: true, to: app.Clock.Today().AddDays(3));
        await app.AddEmailAsync(guardian, "register.guardian@example.org");
        ConsentPurpose[] yes = [ConsentPurpose.ShareWithSchool, ConsentPurpose.NewsByEmail];
        await app.LiveAsync(child, mother, yes);
        await app.LiveAsync(ward, guardian, yes);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var share = (await officer.FilledInAsync("/staff/register/shares/new", ("Purpose", "share-school"), ("School", "A school"))).Split('#')[0];
        var (childs, wards) = (await app.FullNameAsync(child), await app.FullNameAsync(ward));
        (await officer.SavedListAsync(share)).ShouldContain(wards, customMessage: "the control: while the guardian speaks for the child");

        app.Clock.StandAt(app.Clock.GetUtcNow().AddDays(4));
        using var later = await app.SignInAsAsync(Roles.RegisterOfficer);
        var list = await later.SavedListAsync(share);
        list.ShouldContain(childs);
        list.ShouldNotContain(wards);
        var audience = await app.AskAsync<MailingAudience, Audience>(all => all.OfAsync(ConsentPurpose.NewsByEmail, MessageChannel.Email, Given.Now));
        audience.Will.Select(to => to.PersonId).ShouldContain(mother);
        audience.Will.Select(to => to.PersonId).ShouldNotContain(guardian);
    }
}
