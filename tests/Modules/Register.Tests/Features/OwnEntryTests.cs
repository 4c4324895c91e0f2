using System.Net;
using System.Text.Json;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>A family's own page.</summary>
[Collection(RegisterApp.Name)]
[Proves("register")]
public sealed class OwnEntryTests(App app)
{
    [Fact]
    public async Task Parent_SeesWhatWeHold_WithdrawsInOneAct_AndSeesWhoLooked()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.Research);
        using var officer = await app.SignInAsAsync(Platform.Security.Roles.RegisterOfficer);
        await officer.PageAsync($"/staff/register/{entry}");

        using var client = await app.SignInFamilyAsync(parent);
        (await client.PageAsync("/my")).All(".cards a[href='/my/register']").ShouldNotBeEmpty();
        var page = await client.PageAsync("/my/register");
        page.MainText.ShouldContain("Walking or moving about");
        PageWords.ReadingAgeOf(page.One("main")).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader);
        await page.SubmitAsync(client, $"#say-research-{entry}", ("yes", "false"));
        (await app.MayAsync(ConsentPurpose.Research, child)).ShouldBeFalse();
        (await app.AskAsync<RegisterReader, IReadOnlyList<ConsentedEntry>>(reader => reader.ForAsync(ConsentPurpose.Research, Given.Now))).ShouldNotContain(one => one.EntryId == entry);

        await (await client.PageAsync("/my/register")).SubmitAsync(client, $"#say-research-{entry}", ("yes", "true"));
        (await app.MayAsync(ConsentPurpose.Research, child)).ShouldBeTrue();
        (await client.PageAsync("/my/who-looked")).MainText.ShouldContain("Somebody opened your entry on the register");
    }

    /// <summary>A yes that came after the form has a receipt too, in which nothing of the other parent stands.</summary>
    [Fact]
    public async Task Receipt_OfWhatWasSaidLater_HoldsOnesOwnWords_AndNoOther()
    {
        var (child, mother) = await app.ChildOfAgeAsync(9);
        var father = await app.OtherParentAsync(child);
        var entry = await app.LiveAsync(child, mother, ConsentPurpose.ShareWithParentForum);
        await app.SayAsync(mother, entry, ConsentPurpose.NewsByEmail, isYes: true);
        await app.SayAsync(father, entry, ConsentPurpose.Research, isYes: false);
        using var family = await app.SignInFamilyAsync(mother);
        var page = await family.PageAsync("/my/register");
        var link = page.One($"a[href$='handler=Receipt&entry={entry}']").GetAttribute("href")!;
        using var file = JsonDocument.Parse((await family.PageAsync(link)).Body);
        file.RootElement.GetProperty("consents").EnumerateArray().Select(line => $"{line.GetProperty("purpose")} {line.GetProperty("decision")} {line.GetProperty("channel")}")
            .ShouldBe(["share-parent-forum yes paper", "news-email yes web"]);
        file.RootElement.GetProperty("consents")[0].GetProperty("recipient").GetString().ShouldBe("Medway Parents and Carers Forum");

        using var his = await app.SignInFamilyAsync(father);
        using var other = JsonDocument.Parse((await his.PageAsync(link)).Body);
        other.RootElement.GetProperty("consents").EnumerateArray().Select(line => line.GetProperty("purpose").GetString()).ShouldBe(["research"]);
        var (_, stranger) = await app.ChildOfAgeAsync(9);
        using var strange = await app.SignInFamilyAsync(stranger);
        (await strange.PageAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task YesToOldWords_ChangesNothing_ANoAlwaysCounts()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent);
        using var client = await app.SignInFamilyAsync(parent);
        var page = await (await client.PageAsync("/my/register")).SubmitAsync(client, $"#say-research-{entry}", ("yes", "true"), ("wording", $"{Guid.CreateVersion7()}"));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain("have changed since you opened the page");
        (await app.MayAsync(ConsentPurpose.Research, child)).ShouldBeFalse();

        await (await client.PageAsync("/my/register")).SubmitAsync(client, $"#say-research-{entry}", ("yes", "true"));
        await (await client.PageAsync("/my/register")).SubmitAsync(client, $"#say-research-{entry}", ("yes", "false"), ("wording", $"{Guid.CreateVersion7()}"));
        (await app.MayAsync(ConsentPurpose.Research, child)).ShouldBeFalse();
    }

    /// <summary>From the sixteenth birthday on only the young person's own yes counts (send-law §4.3).</summary>
    [Fact]
    public async Task ParentOfSomebodyOfSixteen_IsOfferedNoYes_AndAYesThatIsSentAllTheSameChangesNothing()
    {
        var (child, parent) = await app.ChildOfAgeAsync(17);
        var entry = await app.LiveAsync(child, parent);
        using var client = await app.SignInFamilyAsync(parent);
        var page = await client.PageAsync("/my/register");
        page.MainText.ShouldContain("young people say yes for themselves");
        page.All("button[name=yes][value=true]").ShouldBeEmpty();

        var sent = await page.SubmitAsync(client, $"#say-research-{entry}", ("yes", "true"));
        sent.Status.ShouldBe(HttpStatusCode.BadRequest);
        sent.MainText.ShouldContain("From 16 on the young person says yes for themselves");
        (await app.MayAsync(ConsentPurpose.Research, child)).ShouldBeFalse();

        using var young = await app.SignInFamilyAsync(child);
        await (await young.PageAsync("/my/register")).SubmitAsync(young, $"#say-research-{entry}", ("yes", "true"));
        (await app.MayAsync(ConsentPurpose.Research, child)).ShouldBeTrue();
    }

    [Fact]
    public async Task Leaving_EndsEveryUseAtOnce()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.NewsByEmail);
        using var client = await app.SignInFamilyAsync(parent);
        await client.FilledInAsync($"/my/register/{entry}/leave");
        (await app.EntryAsync(entry)).State.ShouldBe(EntryState.Left);
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child)).ShouldBeFalse();
        (await client.PageAsync("/my/register")).All("form[action]").Select(form => form.GetAttribute("action")).ShouldNotContain("/my/register?handler=Say");
    }

    [Fact]
    public async Task Leaving_AsksOnceMoreOnAPageOfItsOwn()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent);
        using var client = await app.SignInFamilyAsync(parent);
        var page = await client.PageAsync("/my/register");
        page.All("form[action*=Leave]").ShouldBeEmpty("one press must not end it");
        var asked = await client.PageAsync(page.One($"a[href='/my/register/{entry}/leave']").GetAttribute("href")!);
        PageWords.ReadingAgeOf(asked.One("main")).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader);
        (await app.EntryAsync(entry)).State.ShouldBe(EntryState.Live);
        (await asked.SubmitAsync(client, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.EntryAsync(entry)).State.ShouldBe(EntryState.Left);
        (await client.PageAsync($"/my/register/{entry}/leave")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>From 16 on the young person decides, unless somebody was appointed because they cannot.</summary>
    [Fact]
    public async Task ParentOfSomebodyOfSixteen_CannotEndTheEntry_TheYoungPersonAndADeputyCan()
    {
        var (child, parent) = await app.ChildOfAgeAsync(17);
        var entry = await app.LiveAsync(child, parent);
        using var client = await app.SignInFamilyAsync(parent);
        (await client.PageAsync("/my/register")).All($"a[href='/my/register/{entry}/leave']").ShouldBeEmpty();
        var page = await client.PageAsync($"/my/register/{entry}/leave");
        page.All("main form[method=post]").ShouldBeEmpty();
        page.MainText.ShouldContain("young people choose for themselves");

        // What is sent all the same changes nothing.
        var own = await client.PageAsync("/my/register");
        using (var form = new FormUrlEncodedContent([new("__RequestVerificationToken", own.One("main form input[name=__RequestVerificationToken]").GetAttribute("value")!)]))
        {
            var sent = await Page.ReadAsync(await client.PostAsync(new Uri($"/my/register/{entry}/leave", UriKind.Relative), form, Given.Now));
            sent.Status.ShouldBe(HttpStatusCode.BadRequest);
            sent.MainText.ShouldContain("From 16 on the young person chooses");
        }

        (await app.EntryAsync(entry)).State.ShouldBe(EntryState.Live);

        var deputy = await app.PersonAsync(PersonKind.Adult);
        await app.RelateAsync(deputy, child, RelationshipKind.Deputy, decides: true);
        using var deputys = await app.SignInFamilyAsync(deputy);
        (await deputys.PageAsync($"/my/register/{entry}/leave")).All("main form[method=post]").ShouldNotBeEmpty();

        using var young = await app.SignInFamilyAsync(child);
        await young.FilledInAsync($"/my/register/{entry}/leave");
        (await app.EntryAsync(entry)).State.ShouldBe(EntryState.Left);
    }

    [Fact]
    public async Task AnotherFamily_SeesNothing_AndSaysNothing()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.NewsByEmail);
        var (other, stranger) = await app.ChildOfAgeAsync(10);
        await app.LiveAsync(other, stranger, ConsentPurpose.NewsByEmail);
        using var client = await app.SignInFamilyAsync(stranger);
        var page = await client.PageAsync("/my/register");
        page.Body.ShouldNotContain($"{entry}");
        var form = page.One("form[id^=say-news-email-]").Id!;
        (await page.SubmitAsync(client, $"#{form}", ("entry", $"{entry}"), ("yes", "false"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child)).ShouldBeTrue();
    }
}
