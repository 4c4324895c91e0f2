using System.Net;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Staff.ChangeFacts;
using Medway.LocalOffer.Register.Features.Staff.EnterApplication;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>What is counted about a child: asked, never demanded, and changed by a family or an officer.</summary>
[Collection(RegisterApp.Name)]
[Proves("register")]
public sealed class FactsTests(App app)
{
    [Fact]
    public async Task Officer_EntersThem_AndTheFamilySeesThemInWords()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var at = await officer.FilledInAsync(
            "/staff/register/new", ("Child", $"{child}"), ("Applicant", $"{parent}"), ("Source", nameof(EntrySource.Phone)), ("Postcode", Given.Postcode),
            ("Setting", "special"), ("ServicesUsed", "therapy"), ("ServicesWanted", "short-breaks"));
        var entry = await app.EntryAsync(Guid.Parse(at.Split('/')[^1].Split('#')[0]));
        entry.Coded().Setting.ShouldBe("special");
        entry.PostcodeIndex.ShouldNotBeNull();
        (await officer.PageAsync(at)).MainText.ShouldContain("Special school");

        using var family = await app.SignInFamilyAsync(parent);
        var own = (await family.PageAsync("/my/register")).MainText;
        own.ShouldContain("Special school");
        own.ShouldContain("Short breaks: time out for the child");
    }

    [Fact]
    public async Task Family_ChangesThemOnTheYearlyCheck_AndThatAnswersIt()
    {
        var (child, parent) = await app.ChildOfAgeAsync(10);
        var entry = await app.LiveAsync(child, parent);
        await app.AskAsync<RegisterDbContext, int>(async context =>
        {
            var row = await context.Set<RegisterEntry>().SingleAsync(one => one.Id == entry, Given.Now);
            (row.State, row.LiveOn) = (EntryState.Lapsed, app.Clock.Today().AddMonths(-16));
            return await context.SaveChangesAsync(Given.Now);
        });

        using var family = await app.SignInFamilyAsync(parent);
        (await family.PageAsync("/my/register")).All($".note a[href='/my/register/{entry}/change']").ShouldNotBeEmpty();
        var form = await family.PageAsync($"/my/register/{entry}/change");
        PageWords.ReadingAgeOf(form.One("main")).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader);
        form.All($"input[value='{nameof(Difficulty.Mobility)}'][checked]").ShouldNotBeEmpty();
        var saved = await form.SubmitAsync(family, "main form[method=post]", ("Input.Setting", "home"), ("Input.ServicesWanted", "clubs"));
        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.MainText);

        var now = await app.EntryAsync(entry);
        (now.State, now.ConfirmedOn).ShouldBe((EntryState.Live, app.Clock.Today()));
        (now.Setting, now.ServicesWanted, now.Difficulties).ShouldBe(("home", "clubs", nameof(Difficulty.Mobility)));
        (await app.TrailOfAsync(child)).ShouldContain("register.entry-changed");
    }

    [Fact]
    public async Task CodeThatIsNotOurs_IsRefusedInWords_AndWhatWasTypedStays()
    {
        var (child, parent) = await app.ChildOfAgeAsync(8);
        var entry = await app.LiveAsync(child, parent);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var page = await officer.FillInAsync($"/staff/register/{entry}/change", ("Input.Setting", "the moon"), ("Input.Wanted", "A trampoline"));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain("Choose from the list");
        page.One("input[name='Input.Wanted']").GetAttribute("value").ShouldBe("A trampoline");

        // The control: one of ours is good.
        (await officer.FilledInAsync($"/staff/register/{entry}/change", ("Input.Setting", "mainstream"))).ShouldStartWith($"/staff/register/{entry}");
        (await app.EntryAsync(entry)).Setting.ShouldBe("mainstream");
    }

    [Fact]
    public async Task SomebodyElsesEntry_IsNotFound()
    {
        var (child, parent) = await app.ChildOfAgeAsync(8);
        var entry = await app.LiveAsync(child, parent);
        var (_, stranger) = await app.ChildOfAgeAsync(8);
        using var client = await app.SignInFamilyAsync(stranger);
        (await client.PageAsync($"/my/register/{entry}/change")).Status.ShouldBe(HttpStatusCode.NotFound);

        using var own = await app.SignInFamilyAsync(parent);
        (await own.PageAsync($"/my/register/{entry}/change")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task NothingSaid_IsKeptAsNothing_AndEncryptedWhenSaid()
    {
        var (child, parent) = await app.ChildOfAgeAsync(8);
        var entry = await app.EnteredAsync(child, parent);
        (await app.EntryAsync(entry)).Setting.ShouldBeNull();
        await app.DoAsync(new ChangeFacts(entry, new EntryFacts([], new CodedFacts("college", ["therapy"], []), "", "", "")));
        (await StoredAsync($"select setting::text as \"Value\" from register.entries where id = {entry}")).ShouldNotContain("college");
        (await StoredAsync($"select area as \"Value\" from register.entries where id = {entry}")).ShouldBe("ME4", "the same query reads what is plain");

        async Task<string> StoredAsync(FormattableString sql) =>
            (await app.AskAsync<RegisterDbContext, List<string>>(context => context.Database.SqlQuery<string>(sql).ToListAsync(Given.Now))).Single();
    }
}
