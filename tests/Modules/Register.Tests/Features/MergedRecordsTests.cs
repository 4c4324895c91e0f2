using System.Net;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Staff.ViewEntry;
using Medway.LocalOffer.Register.Mailings;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>Two records of one person in People are one person here, and two forms of one child are one entry.</summary>
[Collection(RegisterApp.Name)]
[Proves("register")]
public sealed class MergedRecordsTests(App app)
{
    [Fact]
    public async Task EntryOfAMergedChild_StaysOnTheFamilysPage_AndOneParentHasOneWord()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var (twice, parentTwice) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(twice, parentTwice, ConsentPurpose.NewsByEmail);
        await app.MergeAsync(twice, child);
        await app.MergeAsync(parentTwice, parent);

        using var client = await app.SignInFamilyAsync(parent);
        var page = await client.PageAsync("/my/register");
        page.One($"#say-news-email-{entry}").TextContent.ShouldContain("You said: yes", customMessage: "what the other record said is theirs");
        (await client.PageAsync("/my")).All(".cards a[href='/my/register']").ShouldNotBeEmpty();
        (await AudienceAsync()).Will.Where(to => to.EntryId == entry).Select(to => to.PersonId).ShouldBe([parent]);

        // The same person says it again by the other record: still one word, and one message.
        await app.SayAsync(parent, entry, ConsentPurpose.Research, isYes: true);
        await app.SayAsync(parent, entry, ConsentPurpose.NewsByEmail, isYes: false);
        (await app.AskAsync<RegisterReader, IReadOnlyDictionary<ConsentPurpose, ConsentAnswer>>(async reader => await reader.AnswersAsync(await app.EntryAsync(entry), Given.Now)))[ConsentPurpose.NewsByEmail]
            .ShouldBe(ConsentAnswer.No, "one person does not disagree with themselves");
        await app.SayAsync(parent, entry, ConsentPurpose.NewsByEmail, isYes: true);
        (await AudienceAsync()).Will.Where(to => to.EntryId == entry).Select(to => to.PersonId).ShouldBe([parent]);
    }

    [Fact]
    public async Task TwoLiveEntries_AfterSameChild_OneStands_APersonPutsThemTogether_AndNothingIsLost()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var (twice, other) = await app.ChildOfAgeAsync(9);
        var first = await app.LiveAsync(child, parent, ConsentPurpose.NewsByEmail);
        var second = await app.LiveAsync(twice, other, ConsentPurpose.Research);
        await ChangeAsync(first, entry => (entry.School, entry.Setting, entry.ServicesUsed, entry.Difficulties) = ("First school", null, "therapy", nameof(Difficulty.Mobility)));
        await ChangeAsync(second, entry => (entry.School, entry.Setting, entry.ServicesUsed, entry.Difficulties) = ("Second school", "special", "clubs", nameof(Difficulty.Hearing)));
        await app.MergeAsync(twice, child);
        (await app.EntryAsync(first)).State.ShouldBe(EntryState.Live);
        (await app.EntryAsync(second)).State.ShouldBe(EntryState.Received, "of one child one entry stands");

        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await officer.PageAsync("/staff")).Body.ShouldContain($"/staff/register/{second}");
        var page = await officer.PageAsync($"/staff/register/{second}");
        page.One($"section[aria-labelledby='d-{first}'] table").TextContent.ShouldContain("First school", customMessage: "what differs is seen before");
        page.All("#live").ShouldBeEmpty();
        (await Should.ThrowAsync<InvalidOperationException>(() => app.DoAsync(new PutLive(second)))).Message.ShouldContain("on the register already");
        (await page.SubmitAsync(officer, "#same")).Status.ShouldBe(HttpStatusCode.Redirect);

        var stands = await app.EntryAsync(first);
        (stands.School, stands.Setting).ShouldBe(("First school", "special"), "nothing is overwritten, and what was not said is filled in");
        stands.DifficultiesRead().ShouldBe([Difficulty.Mobility, Difficulty.Hearing]);
        stands.Coded().ServicesUsed.ShouldBe(["therapy", "clubs"]);
        (await app.EntryAsync(second)).State.ShouldBe(EntryState.Duplicate);
        (await app.MayAsync(ConsentPurpose.Research, child)).ShouldBeTrue("what the second form said yes to stands on the first");
        (await officer.PageAsync($"/staff/register/{first}")).One($"section[aria-labelledby='d-{second}'] table").TextContent.ShouldContain("Second school");
        (await app.TrailOfAsync(child)).ShouldContain(RegisterAudit.Changed.Name);
    }

    [Fact]
    public async Task OfficerWhoAnswersAForm_SeesHowToReachTheApplicant()
    {
        var family = await Joined.JoinAsync(app, "Ksdt", app.Clock.Today().AddYears(-9).AddDays(-303));
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await officer.PageAsync($"/staff/register/{family.EntryId}")).One("#contact").TextContent.ShouldContain("Ksdtmail@example.org", Case.Insensitive);
        (await app.TrailOfAsync(family.ParentId)).ShouldContain(RegisterAudit.Viewed.Name);
    }

    private Task<Audience> AudienceAsync() => app.AskAsync<MailingAudience, Audience>(audience => audience.OfAsync(ConsentPurpose.NewsByEmail, MessageChannel.Email, Given.Now));

    private Task<int> ChangeAsync(Guid entry, Action<RegisterEntry> change) => app.AskAsync<RegisterDbContext, int>(async context =>
    {
        change(await context.Set<RegisterEntry>().SingleAsync(one => one.Id == entry, Given.Now));
        return await context.SaveChangesAsync(Given.Now);
    });
}
