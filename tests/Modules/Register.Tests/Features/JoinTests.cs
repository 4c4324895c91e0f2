using System.Net;
using System.Text.Json;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>A family joins on the website.</summary>
[Collection(RegisterApp.Name)]
[Proves("register")]
public sealed class JoinTests(App app)
{
    private const int MostPages = 12;

    [Fact]
    public async Task Parent_Joins_InTwelvePagesOrFewer_SayingNoToEverything_AndIsOnTheList()
    {
        using var client = app.CreateClientWith();
        var pages = await JoinAsync(client, "Alfa", born: app.Clock.Today().AddYears(-8));
        pages.Count.ShouldBeLessThanOrEqualTo(MostPages);
        var receipt = await client.PageAsync("/join/register/done");
        receipt.Heading.ShouldBe("We have your form");
        receipt.MainText.ShouldContain("You said yes to no extra use");
        var entry = await EntryOfAsync(receipt);
        entry.State.ShouldBe(EntryState.Received);
        entry.AcknowledgedOn.ShouldBe(app.Clock.Today());
        entry.Area.ShouldBe("ME4");
        (entry.Setting, entry.ServicesUsed, entry.ServicesWanted).ShouldBe(("mainstream", null, "clubs"));
        pages.ShouldContain(page => page.MainText.Contains("You would like: Clubs and groups", StringComparison.Ordinal));

        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await officer.PageAsync("/staff")).Body.ShouldContain("/staff/register");
        (await officer.PageAsync("/staff/register?show=all&sort=-received")).Body.ShouldContain(entry.Reference);
    }

    [Fact]
    public async Task EveryPage_ReadsAtElevenOrYounger_AndNothingIsTicked()
    {
        using var client = app.CreateClientWith();
        foreach (var page in await JoinAsync(client, "Bravo", born: app.Clock.Today().AddYears(-8)))
        {
            PageWords.ReadingAgeOf(page.One("main")).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader, page.Heading);
            page.All("input[type=radio][checked], input[type=checkbox][checked]").ShouldBeEmpty(page.Heading);
        }
    }

    [Fact]
    public async Task Yes_IsOnTheReceipt_ForPeopleAndForMachines()
    {
        using var client = app.CreateClientWith();
        await JoinAsync(client, "Charlie", born: app.Clock.Today().AddYears(-8), ("Choices[news-email]", "yes"), ("Choices[share-parent-forum]", "no"));
        var page = await client.PageAsync("/join/register/done");
        page.MainText.ShouldContain("Medway Parents and Carers Forum");
        using var file = JsonDocument.Parse((await client.PageAsync("/join/register/done?handler=File")).Body);
        var lines = file.RootElement.GetProperty("consents").EnumerateArray().ToDictionary(line => line.GetProperty("purpose").GetString()!, line => line.GetProperty("decision").GetString());
        lines.ShouldBe(new Dictionary<string, string?> { ["news-email"] = "yes", ["share-parent-forum"] = "no" }, ignoreOrder: true);
        file.RootElement.GetProperty("consents")[0].GetProperty("wordingDigest").GetString()!.Length.ShouldBe(64);
        file.RootElement.ToString().ShouldNotContain("Charlie");
    }

    [Fact]
    public async Task ParentOfSomebodyOfSixteen_IsAskedAboutNoUse_AndJoinsAllTheSame()
    {
        using var client = app.CreateClientWith();
        var pages = await JoinAsync(client, "Sierra", born: app.Clock.Today().AddYears(-17), ("Choices[news-email]", "yes"));
        pages.ShouldContain(page => page.MainText.Contains("young people say yes or no for themselves", StringComparison.Ordinal) && page.All("input[name^='Choices']").Count == 0);
        var receipt = await client.PageAsync("/join/register/done");
        receipt.Heading.ShouldBe("We have your form");
        receipt.MainText.ShouldContain("You said yes to no extra use");
    }

    [Fact]
    public async Task Form_IsLeft_AndFoundAgainByItsCode_OnAnotherComputer()
    {
        using var client = app.CreateClientWith();
        await client.FilledInAsync("/join/register");
        await client.FilledInAsync("/join/register/who", ("Input.IsForSelf", "child"));
        await client.FilledInAsync("/join/register/child", Child("Delta", app.Clock.Today().AddYears(-5)));
        var code = (await client.PageAsync("/join/register/home")).One("p.small b").TextContent;

        using var other = app.CreateClientWith();
        (await other.PageAsync("/join/register/child")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await other.FillInAsync("/join/register/return", ("Code", "2346-789C-DFGH-JKMN"))).MainText.ShouldContain("We have no form with this code");
        (await other.FilledInAsync("/join/register/return", ("Code", code.ToLowerInvariant()))).ShouldBe("/join/register/check");
        (await other.PageAsync("/join/register/child")).One("input[name='Input.ChildGiven']").GetAttribute("value").ShouldBe("Joiner-Delta");
    }

    [Theory]
    [InlineData("future")]
    [InlineData("old")]
    public async Task BirthDate_InTheFutureOrOver25Years_IsRefusedInWords_AndWhatWasTypedStays(string which)
    {
        using var client = app.CreateClientWith();
        await client.FilledInAsync("/join/register");
        await client.FilledInAsync("/join/register/who", ("Input.IsForSelf", "child"));
        var page = await client.FillInAsync("/join/register/child", Child("Echo", which == "future" ? app.Clock.Today().AddDays(1) : app.Clock.Today().AddYears(-25)));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain(which == "future" ? "This birth date is in the future" : "under 25");
        page.One("input[name='Input.ChildGiven']").GetAttribute("value").ShouldBe("Joiner-Echo");
    }

    [Fact]
    public async Task BirthDate_OfTheYear9999_OfSomebodyWhoJoinsAlone_IsRefusedInWords()
    {
        using var client = app.CreateClientWith();
        await client.FilledInAsync("/join/register");
        await client.FilledInAsync("/join/register/who", ("Input.IsForSelf", "self"));
        var page = await client.FillInAsync("/join/register/child", Child("Echo", new DateOnly(9999, 12, 31)));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain("This birth date is in the future");
    }

    [Fact]
    public async Task PageThatIsNotAskedAnyMore_BecauseOfAnotherTab_GoesOn()
    {
        using var client = app.CreateClientWith();
        await client.FilledInAsync("/join/register");
        await client.FilledInAsync("/join/register/who", ("Input.IsForSelf", "child"));
        var open = await client.PageAsync("/join/register/you");
        await client.FilledInAsync("/join/register/who", ("Input.IsForSelf", "self"));
        var sent = await open.SubmitAsync(
            client, "main form[method=post]", ("Input.OwnGiven", "Parent"), ("Input.OwnFamily", "Madeup"), ("Input.Relationship", nameof(RelationshipKind.Parent)));
        sent.Response.Headers.Location!.OriginalString.ShouldBe("/join/register/contact");
    }

    [Fact]
    public async Task FormThatIsSentTwice_ShowsItsReceipt()
    {
        using var client = app.CreateClientWith();
        await client.FilledInAsync("/join/register");
        await FillAsync(client, "Twice", app.Clock.Today().AddYears(-8));
        var check = await client.PageAsync("/join/register/check");
        (await check.SubmitAsync(client, "main form[method=post]")).Response.Headers.Location!.OriginalString.ShouldBe("/join/register/done");
        (await check.SubmitAsync(client, "main form[method=post]")).Response.Headers.Location!.OriginalString.ShouldBe("/join/register/done");
        (await client.PageAsync("/join/register/check")).Response.Headers.Location!.OriginalString.ShouldBe("/join/register/done");
    }

    [Fact]
    public async Task PostcodeOutsideMedway_IsRefusedInWords_AndWhatWasTypedStays()
    {
        using var client = app.CreateClientWith();
        await client.FilledInAsync("/join/register");
        await client.FilledInAsync("/join/register/who", ("Input.IsForSelf", "child"));
        var page = await client.FillInAsync("/join/register/home", Home("ZZ99 2BK"));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain("This postcode is not in Medway");
        page.One("input[name='Input.Street']").GetAttribute("value").ShouldBe("1 Made-up Street");
    }

    [Fact]
    public async Task UnfinishedForm_CannotBeSent_AndSaysWhatIsMissing()
    {
        using var client = app.CreateClientWith();
        await client.FilledInAsync("/join/register");
        await client.FilledInAsync("/join/register/who", ("Input.IsForSelf", "child"));
        var page = await client.FillInAsync("/join/register/check");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain("Something is missing on the page “Who is the child or young person?”");
    }

    [Fact]
    public async Task YesToWordsThatHaveChanged_SendsNothing_AndAsksAgain()
    {
        using var client = app.CreateClientWith();
        await client.FilledInAsync("/join/register");
        await FillAsync(client, "Foxtrot", app.Clock.Today().AddYears(-8));
        var choices = await client.PageAsync("/join/register/choices");
        await choices.SubmitAsync(client, "main form[method=post]", ("Choices[research]", "yes"), ("Wordings[research]", $"{Guid.CreateVersion7()}"));
        var page = await client.FillInAsync("/join/register/check");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain("Our words for one of the uses have changed");
        (await client.PageAsync("/join/register/choices")).All("input[name='Choices[research]'][checked]").ShouldBeEmpty();

        // The control: the words of today are good.
        await client.FilledInAsync("/join/register/choices", ("Choices[research]", "yes"));
        (await client.FilledInAsync("/join/register/check")).ShouldBe("/join/register/done");
    }

    [Fact]
    public async Task SecondApplication_ByTheOtherParent_IsTaken_SharesNothing_AndAPersonDecides()
    {
        var born = app.Clock.Today().AddYears(-7);
        using var mother = app.CreateClientWith();
        await JoinAsync(mother, "Golf", born, ("Choices[news-email]", "yes"));
        using var father = app.CreateClientWith();
        await JoinAsync(father, "Golf", born, ("Choices[news-email]", "no"));
        var first = await EntryOfAsync(await mother.PageAsync("/join/register/done"));
        var second = await EntryOfAsync(await father.PageAsync("/join/register/done"));
        second.Id.ShouldNotBe(first.Id);

        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        await SeeEvidenceAsync(officer, first.Id);
        (await officer.PageAsync($"/staff/register/{first.Id}")).MainText.ShouldContain("Another record may be the same child");
        var refused = await (await officer.PageAsync($"/staff/register/{first.Id}")).SubmitAsync(officer, "#live");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("Compare the two first");

        // One person, decided by a person in People; then the entries are one, and the two parents do not agree.
        await app.MergeAsync(second.ChildId, first.ChildId);
        await PostedAsync(officer, first.Id, "#live");
        (await app.MayAsync(ConsentPurpose.NewsByEmail, first.ChildId)).ShouldBeTrue();
        await SeeEvidenceAsync(officer, second.Id);
        await PostedAsync(officer, second.Id, "#same");
        (await app.MayAsync(ConsentPurpose.NewsByEmail, first.ChildId)).ShouldBeFalse();
        (await officer.PageAsync($"/staff/register/{first.Id}")).MainText.ShouldContain("the people who decide do not agree");
        (await app.EntryAsync(second.Id)).State.ShouldBe(EntryState.Duplicate);
    }

    [Fact]
    public async Task SentTwice_IsOneEntry()
    {
        using var client = app.CreateClientWith();
        await JoinAsync(client, "Hotel", app.Clock.Today().AddYears(-8));
        (await client.PageAsync("/join/register/check")).Status.ShouldBe(HttpStatusCode.Redirect);
        var entry = await EntryOfAsync(await client.PageAsync("/join/register/done"));
        (await app.AskAsync<RegisterReader, int>(reader => reader.For(PublicTask.KeepTheRegister).CountAsync(one => one.ApplicantId == entry.ApplicantId, Given.Now))).ShouldBe(1);
    }

    private static async Task SeeEvidenceAsync(HttpClient officer, Guid entry) =>
        (await (await officer.PageAsync($"/staff/register/{entry}")).SubmitAsync(
            officer, "#evidence", [("Kind", nameof(EvidenceKind.BirthCertificate)), .. Given.Date("SeenOn", TimeProvider.System.Today())])).Status.ShouldBe(HttpStatusCode.Redirect);

    private static async Task PostedAsync(HttpClient officer, Guid entry, string form)
    {
        var page = await (await officer.PageAsync($"/staff/register/{entry}")).SubmitAsync(officer, form);
        page.Status.ShouldBe(HttpStatusCode.Redirect, page.MainText);
    }

    private async Task<RegisterEntry> EntryOfAsync(Page receipt)
    {
        var reference = receipt.One("[role=status] b").TextContent;
        return await app.AskAsync<RegisterReader, RegisterEntry>(reader => reader.For(PublicTask.KeepTheRegister).AsNoTracking().SingleAsync(entry => entry.Reference == reference, Given.Now));
    }

    /// <returns>Every page that the family saw.</returns>
    private static async Task<List<Page>> JoinAsync(HttpClient client, string name, DateOnly born, params (string, string?)[] choices)
    {
        List<Page> pages = [await client.PageAsync("/join/register")];
        await pages[0].SubmitAsync(client, "main form[method=post]");
        pages.AddRange(await FillAsync(client, name, born));
        pages.Add(await client.PageAsync("/join/register/choices"));
        (await pages[^1].SubmitAsync(client, "main form[method=post]", choices)).Status.ShouldBe(HttpStatusCode.Redirect);
        pages.Add(await client.PageAsync("/join/register/check"));
        var sent = await pages[^1].SubmitAsync(client, "main form[method=post]");
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.MainText);
        pages.Add(await client.PageAsync("/join/register/done"));
        return pages;
    }

    /// <summary>Everything before the choices.</summary>
    private static async Task<List<Page>> FillAsync(HttpClient client, string name, DateOnly born)
    {
        List<Page> pages = [];
        foreach (var (step, fields) in new (string, (string, string?)[])[]
        {
            ("who", [("Input.IsForSelf", "child")]), ("child", Child(name, born)), ("home", Home(Given.Postcode)),
            ("you", [("Input.OwnGiven", $"Parent-{name}"), ("Input.OwnFamily", "Madeup"), ("Input.Relationship", nameof(RelationshipKind.Parent))]),
            ("contact", [("Input.Contact", $"join.{name}@example.org")]), ("day", [("Input.Difficulties", nameof(Difficulty.Hearing))]), ("school", [("Input.Setting", "mainstream"), ("Input.ServicesWanted", "clubs")]),
        })
        {
            pages.Add(await client.PageAsync($"/join/register/{step}"));
            var next = await pages[^1].SubmitAsync(client, "main form[method=post]", fields);
            next.Status.ShouldBe(HttpStatusCode.Redirect, $"{step}: {next.MainText}");
        }

        return pages;
    }

    private static (string, string?)[] Child(string name, DateOnly born) => [("Input.ChildGiven", $"Joiner-{name}"), ("Input.ChildFamily", "Madeup"), .. Given.Date("Input.BornOn", born)];

    private static (string, string?)[] Home(string postcode) => [("Input.Street", "1 Made-up Street"), ("Input.Town", "Sampletown"), ("Input.Postcode", postcode)];
}
