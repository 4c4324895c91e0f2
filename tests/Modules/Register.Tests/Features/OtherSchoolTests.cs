using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Staff.ViewEntry;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>A yes to the school that a family names is for that school: when it is another one, the old one is told to delete and the new one gets nothing.</summary>
[Proves("register")]
public sealed class OtherSchoolTests(App app) : IClassFixture<App>
{
    private const string Shares = "/staff/register/shares";

    [Fact]
    public async Task AnotherSchool_CallsBackTheOldList_TellsTheFamily_AndGetsNothingUntilANewYes()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var (other, otherParent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.ShareWithSchool, ConsentPurpose.ShareWithParentForum);
        var stays = await app.LiveAsync(other, otherParent, ConsentPurpose.ShareWithSchool);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        using var family = await app.SignInFamilyAsync(parent);
        var old = await ListForAsync(officer, "a school");
        var name = await app.FullNameAsync(child);
        (await officer.SavedListAsync(old)).ShouldContain(name, customMessage: "the control: the school that was named gets it");

        // The same school in other letters is the same.
        await family.FilledInAsync($"/my/register/{entry}/change", ("Input.School", " A SCHOOL "));
        (await app.MayAsync(ConsentPurpose.ShareWithSchool, child)).ShouldBeTrue();
        (await officer.PageAsync(Shares)).All($"form[id$='{entry}']").ShouldBeEmpty();

        var before = await family.PageAsync("/my/register");
        before.One($"#say-share-school-{entry}").TextContent.ShouldContain("You named: A SCHOOL");
        await family.FilledInAsync($"/my/register/{entry}/change", ("Input.School", "Second school"));
        (await app.MayAsync(ConsentPurpose.ShareWithSchool, child)).ShouldBeFalse();
        (await app.MayAsync(ConsentPurpose.ShareWithParentForum, child)).ShouldBeTrue("no other use hangs on the school");
        var open = await officer.PageAsync(Shares);
        open.All($"form[id$='{entry}']").ShouldNotBeEmpty("the old school is to be told");
        open.All($"form[id$='{stays}']").ShouldBeEmpty("who stays is not called back");
        (await officer.SavedListAsync(old)).ShouldNotContain(name);
        (await officer.FillInAsync($"{Shares}/new", ("Purpose", "share-school"), ("School", "Second school"))).MainText.ShouldContain("No family has said yes to this");
        var asked = await family.PageAsync("/my/register");
        asked.MainText.ShouldContain("We are telling them to delete it");
        var form = asked.One($"#say-share-school-{entry}");
        form.TextContent.ShouldContain("somebody else would get it now");
        form.TextContent.ShouldContain("You named: Second school");
        (await app.AskedForAsync("register.update")).Count(told => told.PersonId == parent && told.Values["words"].Contains("another school", StringComparison.Ordinal)
            && told.Values["words"].Contains("delete your data", StringComparison.Ordinal)).ShouldBe(1);

        // A page on which the old school stood is no yes to the new one.
        var stale = await before.SubmitAsync(family, $"#say-share-school-{entry}", ("yes", "true"));
        stale.Status.ShouldBe(HttpStatusCode.BadRequest);
        stale.MainText.ShouldContain("or who gets it, have changed");

        await app.SayAsync(parent, entry, ConsentPurpose.ShareWithSchool, isYes: true);
        (await app.MayAsync(ConsentPurpose.ShareWithSchool, child)).ShouldBeTrue();
        (await officer.SavedListAsync(await ListForAsync(officer, "second school"))).ShouldContain(name);
        (await officer.PageAsync(Shares)).All($"form[id$='{entry}']").ShouldNotBeEmpty("the old one still has to be told");
    }

    [Fact]
    public async Task OfficerWhoWritesAnotherSchool_EndsTheYesToo_AndGoingBackDoesNotBringItBack()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.ShareWithSchool);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await app.MayAsync(ConsentPurpose.ShareWithSchool, child)).ShouldBeTrue();
        await officer.FilledInAsync($"/staff/register/{entry}/change", ("Input.School", ""));
        (await app.MayAsync(ConsentPurpose.ShareWithSchool, child)).ShouldBeFalse();
        await officer.FilledInAsync($"/staff/register/{entry}/change", ("Input.School", "A school"));
        (await app.MayAsync(ConsentPurpose.ShareWithSchool, child)).ShouldBeFalse();
        (await AnswerAsync(entry)).ShouldBe(ConsentAnswer.OtherRecipient);
        (await app.AskedForAsync("register.update")).Count(told => told.PersonId == parent && told.Values["words"].Contains("another school", StringComparison.Ordinal)).ShouldBe(1, "once is enough");

        // By phone it is asked again as well, in the words of now: an officer whose page shows another school reads out the wrong one.
        (string, string?)[] said = [("Giver", $"{parent}"), ("Use", "share-school"), ("Channel", nameof(ConsentChannel.Phone)), ("Answer", "yes")];
        var open = await officer.PageAsync($"/staff/register/{entry}");
        open.One("#said + p + details").TextContent.ShouldContain("They named: A school.");
        await officer.FilledInAsync($"/staff/register/{entry}/change", ("Input.School", "Third school"));
        var stale = await open.SubmitAsync(officer, "#said-form", said);
        stale.Status.ShouldBe(HttpStatusCode.BadRequest);
        stale.MainText.ShouldContain("or who gets it, have changed");
        (await AnswerAsync(entry)).ShouldBe(ConsentAnswer.OtherRecipient);
        (await stale.SubmitAsync(officer, "#said-form", said)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await AnswerAsync(entry)).ShouldBe(ConsentAnswer.Yes);
    }

    [Theory]
    [InlineData("Second school", false)]
    [InlineData("a school", true)]
    public async Task SecondFormThatNamesAnotherSchool_AgreesToThatOneOnly(string second, bool reaches)
    {
        var (child, mother) = await app.ChildOfAgeAsync(9);
        var (twice, father) = await app.ChildOfAgeAsync(9);
        var first = await app.LiveAsync(child, mother);
        var form = await app.EnteredAsync(twice, father, ConsentPurpose.ShareWithSchool, ConsentPurpose.Research);
        await app.AskAsync<RegisterDbContext, int>(async context =>
        {
            (await context.Set<RegisterEntry>().SingleAsync(one => one.Id == form, Given.Now)).School = second;
            return await context.SaveChangesAsync(Given.Now);
        });
        await app.DoAsync(new RecordEvidence(form, EvidenceKind.BirthCertificate, app.Clock.Today(), HasProvedContact: false));
        await app.MergeAsync(twice, child);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await (await officer.PageAsync($"/staff/register/{form}")).SubmitAsync(officer, "#same")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.MayAsync(ConsentPurpose.Research, child)).ShouldBeTrue("the control: what the second form agreed to stands on the first");
        (await app.MayAsync(ConsentPurpose.ShareWithSchool, child)).ShouldBe(reaches);
    }

    private static async Task<string> ListForAsync(HttpClient officer, string school) =>
        (await officer.FilledInAsync($"{Shares}/new", ("Purpose", "share-school"), ("School", school))).Split('#')[0];

    private async Task<ConsentAnswer> AnswerAsync(Guid entry)
    {
        var read = await app.EntryAsync(entry);
        return (await app.AskAsync<RegisterReader, IReadOnlyDictionary<ConsentPurpose, ConsentAnswer>>(reader => reader.AnswersAsync(read, Given.Now)))[ConsentPurpose.ShareWithSchool];
    }
}
