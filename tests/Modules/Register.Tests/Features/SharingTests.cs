using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>What leaves the register, on what it rests, and what becomes of it when a yes ends.</summary>
[Proves("register")]
public sealed class SharingTests(App app) : IClassFixture<App>
{
    private const string Shares = "/staff/register/shares";

    [Fact]
    public async Task List_HoldsThoseWhoSaidYes_AndAWithdrawalCallsItBack()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var (other, otherParent) = await app.ChildOfAgeAsync(9);
        var (no, noParent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.ShareWithSchool);
        var otherEntry = await app.LiveAsync(other, otherParent, ConsentPurpose.ShareWithSchool);
        var noEntry = await app.LiveAsync(no, noParent, ConsentPurpose.ShareWithParentForum);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await officer.FillInAsync($"{Shares}/new", ("Purpose", "share-school"))).MainText.ShouldContain("Write the name of the school");
        (await officer.FillInAsync($"{Shares}/new", ("Purpose", "share-school"), ("School", "No such school"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var share = (await officer.FilledInAsync($"{Shares}/new", ("Purpose", "share-school"), ("School", "a school"))).Split('#')[0];
        var list = await officer.SavedListAsync(share);
        list.ShouldContain("Walking or moving about");
        list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3, "a header and two who said yes");
        (await officer.PageAsync(share)).Body.ShouldNotContain($"{noEntry}");

        using var family = await app.SignInFamilyAsync(parent);
        (await family.PageAsync("/my/register")).MainText.ShouldContain("a school");
        await (await family.PageAsync("/my/register")).SubmitAsync(family, $"#say-share-school-{entry}", ("yes", "false"));
        (await family.PageAsync("/my/register")).MainText.ShouldContain("We are telling them to delete it");
        (await app.AskedForAsync("register.update")).ShouldContain(asked => asked.PersonId == parent && asked.Values["words"].Contains("tell whoever has your data to delete it", StringComparison.Ordinal));
        (await officer.SavedListAsync(share)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2, "whoever said no is not handed over any more");

        (await officer.PageAsync("/staff")).Body.ShouldContain("/staff/register/shares#recalls");
        var open = await officer.PageAsync(Shares);
        open.All($"form[id$='{otherEntry}']").ShouldBeEmpty("whose yes stands is not called back");
        await open.SubmitAsync(officer, $"form[id$='{entry}']");
        (await family.PageAsync("/my/register")).MainText.ShouldContain("We told them to delete it on");
        (await family.PageAsync("/my/who-looked")).MainText.ShouldContain(RegisterAudit.Shared.Description);
    }

    [Fact]
    public async Task Leaving_CallsBackEverythingThatAYesHadGiven()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.ShareWithParentForum);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var share = (await officer.FilledInAsync($"{Shares}/new", ("Purpose", "share-parent-forum"))).Split('#')[0];
        (await officer.SavedListAsync(share)).ShouldContain("@example.org", customMessage: "the forum is told how to reach the parent");
        using var family = await app.SignInFamilyAsync(parent);
        await family.FilledInAsync($"/my/register/{entry}/leave");
        (await officer.PageAsync(Shares)).All($"form[id$='{entry}']").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WithoutAYes_ItNeedsAGroundAReasonAndASecondPerson_AndTheFamilySeesItUnlessThatPutsSomebodyAtRisk(bool isHidden)
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        using var second = await app.SignInAsAsync(Roles.DutyLead);
        var form = $"/staff/register/{entry}/share";
        var empty = await officer.FillInAsync(form);
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        empty.MainText.ShouldContain("Choose the ground in law");
        (await officer.FillInAsync(form, ("Ground", "LegalDuty"), ("Recipient", "A court"), ("Reason", "An order"), ("IsHidden", "yes"))).MainText.ShouldContain("Only to keep a child safe may it be kept");

        var share = (await officer.FilledInAsync(form, ("Ground", "Safeguarding"), ("Recipient", "The safety team"), ("Reason", "Somebody is worried"), ("IsHidden", isHidden ? "yes" : null))).Split('#')[0];
        (await officer.PageAsync(share)).All("#save").ShouldBeEmpty("nothing leaves before a second person has said yes");
        (await officer.PageAsync($"{share}/decide")).All("input[name=Decision]").ShouldBeEmpty("whoever asked does not decide");
        (await second.PageAsync("/staff")).Body.ShouldContain($"{share}/decide");
        await second.FilledInAsync($"{share}/decide", ("Decision", "yes"));
        (await officer.SavedListAsync(share)).ShouldContain("Walking or moving about");

        using var family = await app.SignInFamilyAsync(parent);
        (await family.PageAsync("/my/who-looked")).MainText.Contains(RegisterAudit.SharedByLaw.Description, StringComparison.Ordinal).ShouldBe(!isHidden);
        (await family.PageAsync("/my/register")).MainText.Contains("The safety team", StringComparison.Ordinal).ShouldBe(!isHidden);
        (await family.PageAsync("/my/who-looked")).MainText.ShouldNotContain(RegisterAudit.SharedInSafety.Description);
    }
}
