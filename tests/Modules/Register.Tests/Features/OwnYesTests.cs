using System.Net;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Mailings;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>A yes reaches only whoever gave it, and only the organisation that was named when it was given.</summary>
[Proves("register")]
public sealed class OwnYesTests(App app) : IClassFixture<App>
{
    private const string Mailings = "/staff/register/mailings";
    private const string Shares = "/staff/register/shares";

    [Fact]
    public async Task OneParentsYes_SendsNothingToTheOther_UntilThatOneSaysYesToo()
    {
        var (child, mother) = await app.ChildOfAgeAsync(9);
        var father = await app.OtherParentAsync(child);
        var entry = await app.LiveAsync(child, mother, ConsentPurpose.NewsByEmail);
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child, mother)).ShouldBeTrue();
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child, father)).ShouldBeFalse();
        (await SentToAsync("First news", mother, father)).ShouldBe([mother]);

        using var fathers = await app.SignInFamilyAsync(father);
        var page = (await fathers.PageAsync("/my/register")).One($"#say-news-email-{entry}");
        page.TextContent.ShouldContain("You said: nothing yet");
        await app.SayAsync(father, entry, ConsentPurpose.NewsByEmail, isYes: true);
        (await SentToAsync("Second news", mother, father)).ShouldBe([mother, father], ignoreOrder: true);

        // A no of one holds the use for the child, as before.
        await app.SayAsync(mother, entry, ConsentPurpose.NewsByEmail, isYes: false);
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child)).ShouldBeFalse();
        (await app.AskAsync<MailingAudience, Audience>(audience => audience.OfAsync(ConsentPurpose.NewsByEmail, MessageChannel.Email, Given.Now))).Will.ShouldNotContain(to => to.ChildId == child);
    }

    [Fact]
    public async Task ForumsList_HoldsTheParentWhoSaidYes_AndNotTheOther()
    {
        var (child, mother) = await app.ChildOfAgeAsync(9);
        var father = await app.OtherParentAsync(child);
        var entry = await app.LiveAsync(child, mother, ConsentPurpose.ShareWithParentForum);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var share = (await officer.FilledInAsync($"{Shares}/new", ("Purpose", "share-parent-forum"))).Split('#')[0];
        var (hers, his) = (await app.FullNameAsync(mother), await app.FullNameAsync(father));
        var list = await officer.SavedListAsync(share);
        list.ShouldContain(hers);
        list.ShouldNotContain(his);
        await app.SayAsync(father, entry, ConsentPurpose.ShareWithParentForum, isYes: true);
        (await officer.SavedListAsync(share)).ShouldContain(his, customMessage: "the control: his own yes puts him there");

        // A first no of one ends what the yes of the other had given.
        await app.SayAsync(father, entry, ConsentPurpose.ShareWithParentForum, isYes: false);
        (await officer.PageAsync(Shares)).All($"form[id$='{entry}']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task AnotherRecipient_GetsNothingOfAnOldYes_AndFamiliesAreAskedAgain_AndANoIsHeardWithoutAnyName()
    {
        await app.SetAsync(RegisterSettings.CardRecipient, "Made-up Cards");
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.CardSupplier);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        using var family = await app.SignInFamilyAsync(parent);
        var share = (await officer.FilledInAsync($"{Shares}/new", ("Purpose", "card-supplier"))).Split('#')[0];
        var open = await family.PageAsync("/my/register");

        await app.SetAsync(RegisterSettings.CardRecipient, "Other Cards");
        (await app.MayAsync(ConsentPurpose.CardSupplier, child)).ShouldBeFalse();
        (await officer.FillInAsync($"{Shares}/new", ("Purpose", "card-supplier"))).MainText.ShouldContain("No family has said yes to this");
        (await officer.SavedListAsync(share)).ShouldContain(await app.FullNameAsync(child), customMessage: "the first one was said yes to, and still is");
        (await officer.PageAsync(Shares)).All($"form[id$='{entry}']").ShouldBeEmpty();
        (await family.PageAsync("/my/register")).One($"#say-card-supplier-{entry}").TextContent.ShouldContain("somebody else would get it now");

        // A page that was opened before names the other one.
        var stale = await open.SubmitAsync(family, $"#say-card-supplier-{entry}", ("yes", "true"));
        stale.Status.ShouldBe(HttpStatusCode.BadRequest);
        stale.MainText.ShouldContain("or who gets it, have changed");
        await app.SayAsync(parent, entry, ConsentPurpose.CardSupplier, isYes: true);
        (await app.MayAsync(ConsentPurpose.CardSupplier, child)).ShouldBeTrue();

        await app.SetAsync(RegisterSettings.CardRecipient, null);
        (await app.MayAsync(ConsentPurpose.CardSupplier, child)).ShouldBeFalse();
        var nameless = (await family.PageAsync("/my/register")).One($"#say-card-supplier-{entry}");
        nameless.QuerySelectorAll("button[value=true]").ShouldBeEmpty("nobody can agree to nobody");
        nameless.QuerySelectorAll("button[value=false]").ShouldNotBeEmpty();
        await app.SayAsync(parent, entry, ConsentPurpose.CardSupplier, isYes: false);
        (await officer.PageAsync(Shares)).All($"form[id$='{entry}']").ShouldNotBeEmpty("whoever had it is told to delete it");
        await app.SetAsync(RegisterSettings.CardRecipient, "Other Cards");
        (await app.MayAsync(ConsentPurpose.CardSupplier, child)).ShouldBeFalse("the no was heard");
    }

    [Fact]
    public async Task NoByPhone_IsHeardWithoutAName_AYesIsNot()
    {
        await app.SetAsync(RegisterSettings.HealthRecipient, "Made-up Health");
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.ShareWithHealth);
        await app.SetAsync(RegisterSettings.HealthRecipient, null);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (string, string?)[] said = [("Giver", $"{parent}"), ("Use", "share-health"), ("Channel", nameof(ConsentChannel.Phone))];
        var here = $"/staff/register/{entry}";
        var yes = await (await officer.PageAsync(here)).SubmitAsync(officer, "#said-form", [.. said, ("Answer", "yes")]);
        yes.Status.ShouldBe(HttpStatusCode.BadRequest);
        yes.MainText.ShouldContain("its recipient has no name");
        (await (await officer.PageAsync(here)).SubmitAsync(officer, "#said-form", [.. said, ("Answer", "no")])).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.SetAsync(RegisterSettings.HealthRecipient, "Made-up Health");
        (await app.MayAsync(ConsentPurpose.ShareWithHealth, child)).ShouldBeFalse();
        await app.SetAsync(RegisterSettings.HealthRecipient, null);
    }

    /// <summary>Writes a mailing, lets a second person send it, and answers with those of the people to whom it went.</summary>
    private async Task<List<Guid>> SentToAsync(string title, params Guid[] people)
    {
        using var writer = await app.SignInAsAsync(Roles.RegisterOfficer);
        using var second = await app.SignInAsAsync(Roles.RegisterOfficer);
        var mailing = (await writer.FilledInAsync(Mailings, ("Kind", "register.news/Email"), ("Title", title), ("Words", "We plan a day out. You can come."))).Split('#')[0];
        await second.FilledInAsync(mailing, ("Decision", "send"));
        return [.. (await app.AskedForAsync("register.news")).Where(asked => asked.Values["title"] == title && people.Contains(asked.PersonId!.Value)).Select(asked => asked.PersonId!.Value)];
    }
}
