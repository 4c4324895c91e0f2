using System.Net;
using System.Text.Json;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.People.Tests.Features;

/// <summary>Everything that every module holds about a person: looked at, saved, and erased when two people say so.</summary>
[Collection(PeopleApp.Name)]
[Proves("messaging")]
public sealed class HeldDataTests(App app)
{
    private const string Save = "form[action$='Save']";
    private const string Ask = "form[action$='Ask']";
    private const string Decide = "main form[method=post]";

    [Fact]
    public async Task Everything_OfEveryModule_StandsOnThePageAndInTheFile_AndNothingOfAnybodyElse()
    {
        var (family, other) = (await FamilyAsync(), await FamilyAsync());
        using var staff = await app.SignInAsAsync(Roles.TeamManager);
        (await staff.PageAsync(Steps.At(family.ParentId))).All($"a[href='{Steps.At(family.ParentId, "/data")}']").ShouldHaveSingleItem("it is reached from the record");

        var page = await staff.PageAsync(Steps.At(family.ParentId, "/data"));
        foreach (var held in new[] { family.Email, family.Street, "A message to you", "Please get in touch with us", "Your sign-in", "Somebody saw or changed something of yours" })
        {
            page.MainText.ShouldContain(held);
        }

        page.Body.ShouldNotContain(other.Email);
        page.MainText.ShouldContain("Kept.");
        var file = await page.SubmitAsync(staff, Save);
        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        file.Response.Content.Headers.ContentDisposition!.FileName!.ShouldContain("everything-we-hold-PER-");
        file.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var document = JsonDocument.Parse(file.Body);
        document.RootElement.GetProperty("parts").EnumerateArray().Where(part => part.GetProperty("records").GetArrayLength() > 0)
            .Select(part => part.GetProperty("holder").GetString()!).ShouldBe(["Messages", "People", "Sign-in", "Who looked"], ignoreOrder: true);
        file.Body.ShouldContain(family.Email);
        file.Body.ShouldNotContain(other.Email);
        (await app.TrailOfAsync(family.ParentId)).ShouldSatisfyAllConditions(trail => trail.ShouldContain("people.data-gathered"), trail => trail.ShouldContain("people.data-exported"));

        using var coordinator = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await coordinator.PageAsync(Steps.At(family.ParentId, "/data"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await staff.PageAsync(Steps.At(Guid.CreateVersion7(), "/data"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Erase_NeedsAReasonAndASecondPerson_ErasesWhatNothingKeeps_AndSaysWhatIsKeptAndWhy()
    {
        var (family, other) = (await FamilyAsync(), await FamilyAsync());
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);
        using var asker = await app.SignInAsAsync(Roles.TeamManager);
        using var second = await app.SignInAsAsync(Roles.DataProtectionOfficer);
        var page = await asker.PageAsync(Steps.At(family.ParentId, "/data"));
        (await page.SubmitAsync(asker, Ask, ("Reason", ""))).MainText.ShouldContain("Write why, or how you know");
        var typed = await page.SubmitAsync(asker, Ask, ("Reason", new string('x', 400)));
        typed.Status.ShouldBe(HttpStatusCode.BadRequest);
        typed.One("input[name=Reason]").GetAttribute("value")!.Length.ShouldBe(400, "what was typed is kept");
        (await page.SubmitAsync(asker, Ask, ("Reason", "Asked by letter"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await page.SubmitAsync(asker, Ask, ("Reason", "Asked by letter"))).Status.ShouldBe(HttpStatusCode.Conflict);
        var address = (await asker.PageAsync(Steps.At(family.ParentId, "/data"))).One("a[href*='/erasures/']").GetAttribute("href")!;

        (await asker.PageAsync(address)).MainText.ShouldContain("You asked for this. Somebody else has to decide");
        (await second.PageAsync("/staff")).Body.ShouldContain(address, customMessage: "it stands in the second person's My work");
        (await asker.PageAsync("/staff")).Body.ShouldNotContain(address);
        var decide = await second.PageAsync(address);
        decide.Body.ShouldNotContain(family.Email, customMessage: "whoever decides sees kinds and counts");
        (await decide.SubmitAsync(second, Decide, ("Decision", ""), ("Reason", "x"))).MainText.ShouldContain("Choose yes or no");
        (await decide.SubmitAsync(second, Decide, ("Decision", "yes"), ("Reason", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await asker.PageAsync(Steps.At(family.ParentId))).MainText.ShouldContain(family.Email, customMessage: "the control: nothing is erased yet");

        (await decide.SubmitAsync(second, Decide, ("Decision", "yes"), ("Reason", "Nothing keeps it"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await decide.SubmitAsync(second, Decide, ("Decision", "yes"), ("Reason", "Once more"))).Status.ShouldBe(HttpStatusCode.Conflict);
        var proof = await second.PageAsync(address);
        proof.MainText.ShouldContain("Ways to reach you People 3 Erased");
        proof.MainText.ShouldContain("Messages that have not left Messages 1 Erased");
        proof.MainText.ShouldContain("UK GDPR, article 17(3)");
        var after = await asker.PageAsync(Steps.At(family.ParentId, "/data"));
        after.Body.ShouldNotContain(family.Email);
        after.Body.ShouldNotContain(family.Street);
        (await parent.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect, "nobody signs in as this person any more");
        (await asker.PageAsync(Steps.At(other.ParentId, "/data"))).MainText.ShouldContain(other.Email, customMessage: "the control: another person keeps everything");
        (await app.TrailOfAsync(family.ParentId)).ShouldSatisfyAllConditions(
            trail => trail.ShouldContain("people.erasure-asked"), trail => trail.ShouldContain("people.data-erased"),
            trail => trail.ShouldContain("people.contacts-erased"), trail => trail.ShouldContain("messaging.messages-erased"), trail => trail.ShouldContain("accounts.family-access-erased"));
    }

    [Fact]
    public async Task Erase_ByWhoeverAsked_OrRefused_ErasesNothing()
    {
        var family = await FamilyAsync();
        using var asker = await app.SignInAsAsync(Roles.TeamManager);
        using var second = await app.SignInAsAsync(Roles.TeamManager);
        await (await asker.PageAsync(Steps.At(family.ParentId, "/data"))).SubmitAsync(asker, Ask, ("Reason", "Asked by letter"));
        var address = (await asker.PageAsync(Steps.At(family.ParentId, "/data"))).One("a[href*='/erasures/']").GetAttribute("href")!;

        // Without the form, by whoever asked, with a token of their own from another page.
        var token = (await asker.PageAsync("/staff/people/new")).One("main input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("Decision", "yes"), new("Reason", "Mine"), new("__RequestVerificationToken", token)]);
        using var own = await asker.PostAsync(new Uri(address, UriKind.Relative), content, Given.Now);
        own.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await (await second.PageAsync(address)).SubmitAsync(second, Decide, ("Decision", "no"), ("Reason", "A case is open"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await second.PageAsync(address)).MainText.ShouldContain("A second person said no");
        (await second.PageAsync(Steps.At(family.ParentId))).MainText.ShouldContain(family.Email);
        (await second.PageAsync("/staff/people/erasures")).MainText.ShouldContain("Refused");
    }

    /// <summary>With a sign-in and a message that has not left.</summary>
    private async Task<MadeFamily> FamilyAsync()
    {
        var family = await app.FamilyAsync();
        using var client = await app.SignInFamilyAsync(family.ParentId);
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<IMessages>().RequestAsync(
            new MessageRequest("messaging.get-in-touch", $"held {family.ParentId}", null, null, new Dictionary<string, string>())
            {
                PersonId = family.ParentId,
                AboutPersonId = family.ChildId,
                NotBefore = app.Clock.GetUtcNow().AddDays(3),
            },
            Given.Now);
        await app.SendMessagesAsync();
        return family;
    }
}
