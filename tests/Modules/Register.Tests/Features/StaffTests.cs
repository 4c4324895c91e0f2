using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Seeding;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>Officers keep the register.</summary>
[Collection(RegisterApp.Name)]
[Proves("register")]
public sealed class StaffTests(App app)
{
    [Fact]
    public async Task FormOnPaper_IsEntered_Acknowledged_Checked_AndLive_AsFromTheWebsite()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var entry = (await officer.FilledInAsync(
            "/staff/register/new", ("Child", $"{child}"), ("Applicant", $"{parent}"), ("Source", nameof(EntrySource.Paper)), ("Postcode", Given.Postcode), ("Choices[news-post]", "yes"))).Split('#')[0];
        (await app.MayAsync(ConsentPurpose.NewsByPost, child)).ShouldBeFalse("it is not live yet");
        (await officer.PageAsync("/staff")).Body.ShouldContain(entry);

        await PostAsync(officer, entry, "#acknowledge");
        var early = await (await officer.PageAsync(entry)).SubmitAsync(officer, "#live");
        early.Status.ShouldBe(HttpStatusCode.BadRequest);
        early.MainText.ShouldContain("Nobody has seen who decides for the child yet");
        await PostAsync(officer, entry, "#evidence", [("Kind", nameof(EvidenceKind.BirthCertificate)), .. Given.Date("SeenOn", app.Clock.Today())]);
        await PostAsync(officer, entry, "#live");
        (await officer.PageAsync(entry)).MainText.ShouldContain("Full birth certificate");
        (await app.MayAsync(ConsentPurpose.NewsByPost, child)).ShouldBeTrue();
        (await app.TrailOfAsync(child)).ShouldContain(RegisterAudit.Viewed.Name);
    }

    [Fact]
    public async Task WithdrawalByPhone_CountsAtOnce()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.Sms);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var here = $"/staff/register/{entry}";
        var empty = await (await officer.PageAsync(here)).SubmitAsync(officer, "#said-form");
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        empty.MainText.ShouldContain("Choose who says it");
        (await app.MayAsync(ConsentPurpose.Sms, child)).ShouldBeTrue();
        await PostAsync(officer, here, "#said-form", ("Giver", $"{parent}"), ("Use", "sms"), ("Answer", "no"), ("Channel", nameof(ConsentChannel.Phone)));
        (await app.MayAsync(ConsentPurpose.Sms, child)).ShouldBeFalse();
        (await officer.PageAsync(here)).MainText.ShouldNotContain("news-email", customMessage: "what is stored is no word for people");
        (await officer.PageAsync(here)).MainText.ShouldContain("News by text message, for Medway Council. No, after a yes");
    }

    [Fact]
    public async Task MovedAway_EndsEverything()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.Sms);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        await PostAsync(officer, $"/staff/register/{entry}", "#end-form", ("State", nameof(EntryState.Moved)), ("Reason", "They called"));
        (await app.EntryAsync(entry)).State.ShouldBe(EntryState.Moved);
        (await app.MayAsync(ConsentPurpose.Sms, child)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Child", "PER-0000-00", "There is no child or young person with this reference")]
    [InlineData("Applicant", "PER-0000-00", "Nobody with this reference is on the child’s record")]
    [InlineData("Postcode", "TN1 1AA", "This postcode is not in Medway")]
    [InlineData("Source", "", "Choose how it came")]
    public async Task BadInput_IsSaidInWords_AndWhatWasTypedStays(string field, string typed, string words)
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (string, string?)[] fields = [("Child", $"{child}"), ("Applicant", $"{parent}"), ("Source", nameof(EntrySource.Phone)), ("Postcode", Given.Postcode), ("School", "Keptschool")];
        var page = await officer.FillInAsync("/staff/register/new", [.. fields.Where(one => one.Item1 != field), (field, typed)]);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain(words);
        page.One("input[name=School]").GetAttribute("value").ShouldBe("Keptschool");
    }

    [Fact]
    public async Task OtherOfficers_SeeNothingOfTheRegister()
    {
        using var coordinator = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await coordinator.PageAsync("/staff/register")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Erasing_TakesWhatTheRegisterSays_AndKeepsWhatWasAgreed()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.Sms);
        await app.AskAsync<IEnumerable<IPersonalData>, int>(async all =>
        {
            var holder = all.OfType<PersonalData>().Single();
            (await holder.ExportAsync(child, Given.Now)).ShouldContain(record => record.Fields.Any(field => field.Value == "A school"));
            (await holder.PlanErasureAsync(child, Given.Now)).Select(step => step.Count).ShouldBe([1, 1, 1, 0]);
            await holder.EraseAsync(child, "A test asked for it", Given.Now);
            (await holder.PlanErasureAsync(child, Given.Now)).Select(step => step.Count).ShouldBe([0, 1, 1, 0]);
            return 0;
        });
        var erased = await app.EntryAsync(entry);
        (erased.School, erased.Difficulties, erased.Wanted).ShouldBe(("", "", ""));
        erased.State.ShouldBe(EntryState.Left);
        (await app.MayAsync(ConsentPurpose.Sms, child)).ShouldBeFalse();
    }

    private static async Task PostAsync(HttpClient officer, string address, string form, params (string, string?)[] fields)
    {
        var page = await (await officer.PageAsync(address)).SubmitAsync(officer, form, fields);
        page.Status.ShouldBe(HttpStatusCode.Redirect, page.MainText);
    }
}

/// <summary>The made-up families of a fresh copy.</summary>
[Proves("register")]
public sealed class DemoEntriesTests(FamiliesWithEntries app) : IClassFixture<FamiliesWithEntries>
{
    [Fact]
    public async Task FreshCopy_HasEntriesToLookAt()
    {
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await officer.PageAsync("/staff/register?show=live")).All("tbody tr").Count.ShouldBe(19);
        (await officer.PageAsync("/staff/register")).All("tbody tr").Count.ShouldBe(2);
        (await officer.PageAsync("/staff/register/planning")).All("svg[role=img] .chart__bar").ShouldNotBeEmpty();

        // And numbers that everybody reads, published once, however often the demo is loaded.
        await using (var scope = app.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<DemoPlanning>().SeedAsync(Given.Now);
        }

        (await app.AskAsync<RegisterDbContext, int>(context => context.PublishedReleases.CountAsync(Given.Now))).ShouldBe(1);
        using var visitor = app.CreateClientWith();
        (await visitor.PageAsync("/register/numbers")).All("main td").ShouldContain(cell => cell.TextContent == "20");
    }
}

public sealed class FamiliesWithEntries : App
{
    public FamiliesWithEntries(PostgresCluster cluster)
        : base(cluster) => WithFamilies = true;
}
