using System.Net;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Jobs;
using Medway.LocalOffer.Search.Tests.Support;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Search.Tests.Features;

[Proves("listings")]
public sealed partial class StaffSearchTests(SearchApp app) : IClassFixture<SearchApp>
{
    private const string Change = "/staff/search/synonyms/change";

    [Fact]
    public async Task Synonym_TriedThenSaved_ShowsTheScoreBeforeAndAfterAndFindsByIt()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        (string, string?)[] typed = [("Term", "Quoxing"), ("Means", "football, disability football"), ("OnlyAlone", "no"), ("Why", "A test asked for it")];
        var form = await officer.PageAsync(Change);

        var tried = await SendAsync(officer, form, "Try", typed);

        tried.Status.ShouldBe(HttpStatusCode.OK);
        var scores = Scores().Match(tried.One("#score").ParentElement!.TextContent);
        scores.Groups["before"].Value.ShouldBe(scores.Groups["after"].Value);
        double.Parse(scores.Groups["before"].Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0.6);
        tried.One("#f-Term").GetAttribute("value").ShouldBe("Quoxing");
        (await app.FindAsync("quoxing")).Cards.ShouldBeEmpty();

        (await tried.SubmitAsync(officer, "main form", typed)).Response.Headers.Location!.OriginalString.ShouldBe("/staff/search/synonyms?done=saved");
        await UntilFoundAsync("quoxing", found => found.Contains("gills-open-disability-football"));
        (await officer.PageAsync("/staff/search/synonyms?word=quoxing")).MainText.ShouldContain("disability football");

        // Somebody else saved meanwhile: both texts stand there, and the next press counts.
        var stale = await officer.PageAsync($"{Change}?term=quoxing");
        var fresh = await officer.PageAsync($"{Change}?term=quoxing");
        (await fresh.SubmitAsync(officer, "main form", ("Means", "rugby"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var conflict = await stale.SubmitAsync(officer, "main form", ("Means", "cricket"));
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.One(".summary").TextContent.ShouldContain("rugby");
        conflict.One("#f-Means").TextContent.Trim().ShouldBe("cricket");
        (await conflict.SubmitAsync(officer, "main form")).Status.ShouldBe(HttpStatusCode.Redirect);

        var last = await officer.PageAsync($"{Change}?term=quoxing");
        (await SendAsync(officer, last, "Remove")).Response.Headers.Location!.OriginalString.ShouldBe("/staff/search/synonyms?done=removed");
        (await officer.PageAsync($"{Change}?term=quoxing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Synonym_ThatSpoilsSearches_SaysWhichBeforeItIsSaved()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var tried = await SendAsync(
            officer, await officer.PageAsync($"{Change}?term=salt"), "Try", ("Term", "SALT"), ("Means", "swimming"), ("OnlyAlone", "no"), ("Why", "A test"));

        var text = tried.One("#score").ParentElement!.TextContent;
        text.ShouldContain("Worse:");
        text.ShouldContain("SALT");
        text.ShouldContain("Must be first, and is not");
    }

    [Fact]
    public async Task Synonym_WithoutWordsOrReason_IsRefusedOnTheSameForm()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var refused = await (await officer.PageAsync(Change)).SubmitAsync(officer, "main form", ("Term", " !? "), ("Means", ""), ("Why", ""));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.All(".summary li").Count.ShouldBe(3);
        refused.One("#f-Term").GetAttribute("value").ShouldBe(" !? ");
    }

    [Fact]
    public async Task BestBet_Saved_ComesFirstNearAPlaceTooAndCanBeTakenAway()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var page = await officer.PageAsync("/staff/search/best-bets");
        (string, string?)[] typed = [("Words", "Autism"), ("Address", "https://example.org/services/medway-direct-payments"), ("Why", "A test")];

        var tried = await SendAsync(officer, page, "Try", "#add", typed);
        tried.One("#score").ParentElement!.TextContent.ShouldContain("autism");
        (await tried.SubmitAsync(officer, "#add", typed)).Status.ShouldBe(HttpStatusCode.Redirect);

        await UntilFoundAsync("autism", found => found[0] == "medway-direct-payments");
        SearchApp.Slug((await app.FindAsync("autism", near: "ME7")).Cards[0]).ShouldBe("medway-direct-payments");
        (await app.FindAsync("autism")).Cards.Select(card => card.Url).ShouldBeUnique();

        var listed = await officer.PageAsync("/staff/search/best-bets?done=saved");
        (await listed.SubmitAsync(officer, "#add", typed)).One(".summary").TextContent.ShouldContain("already");
        (await listed.SubmitAsync(officer, "#add", ("Words", "x"), ("Address", "/nowhere"), ("Why", "A test"))).One(".summary").TextContent.ShouldContain("No page of this address");
        (await listed.SubmitAsync(officer, "table form")).Status.ShouldBe(HttpStatusCode.Redirect);
        await UntilFoundAsync("autism", found => found[0] != "medway-direct-payments");
    }

    [Fact]
    public async Task Hidden_Result_IsInNoListEvenAfterARebuildAndComesBack()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        (await app.FindAllAsync("wheelchair")).ShouldContain("km-wheelchair-service");
        var page = await officer.PageAsync("/staff/search/hidden");

        (await page.SubmitAsync(officer, "#hide", ("Address", "/services/km-wheelchair-service"), ("Why", "A test"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.FindAllAsync("wheelchair")).ShouldNotContain("km-wheelchair-service");
        (await app.GetAsync("/services/km-wheelchair-service")).Status.ShouldBe(HttpStatusCode.OK);

        await RebuildAsync(officer);
        (await app.FindAllAsync("wheelchair")).ShouldNotContain("km-wheelchair-service");

        var listed = await officer.PageAsync("/staff/search/hidden");
        listed.MainText.ShouldContain("A test");
        (await listed.SubmitAsync(officer, "table form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.FindAllAsync("wheelchair")).ShouldContain("km-wheelchair-service");
    }

    [Fact]
    public async Task Home_ForAnAnalyst_ShowsTheScoreAndOffersNoChange()
    {
        using var analyst = await app.SignInAsAsync(Roles.Analyst);

        var page = await analyst.PageAsync("/staff/search");

        page.MainText.ShouldMatch("0\\.[67][0-9]{2} of 1");
        page.One("a[href='/staff/search/reports']");
        page.All("a[href='/staff/search/synonyms'], a[href='/staff/search/rebuild']").ShouldBeEmpty();
        (await analyst.PageAsync("/staff/search/synonyms")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task RebuildAsync(HttpClient officer)
    {
        (await (await officer.PageAsync("/staff/search/rebuild")).SubmitAsync(officer, "#rebuild")).Status.ShouldBe(HttpStatusCode.Redirect);
        var waiting = await officer.PageAsync("/staff/search/rebuild");
        waiting.MainText.ShouldContain("It is being built");
        (await waiting.SubmitAsync(officer, "#rebuild")).Status.ShouldBe(HttpStatusCode.Conflict);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, RebuildProjectionJob.Kind);
        var rebuild = await scope.ServiceProvider.GetRequiredService<SearchDbContext>().Rebuilds.SingleAsync();
        await scope.ServiceProvider.GetRequiredService<RebuildProjectionJob>().RunAsync(
            new JobContext(Guid.CreateVersion7(), RebuildProjectionJob.Kind, "all", $$"""{"rebuildId":"{{rebuild.Id}}"}""", 1), CancellationToken.None);
        var done = await officer.PageAsync("/staff/search/rebuild");
        done.MainText.ShouldNotContain("It is being built");
        done.One("td[data-label=Things]").TextContent.Trim().ShouldNotBe("0");
    }

    private async Task UntilFoundAsync(string words, Func<List<string>, bool> isSo)
    {
        for (var time = 0; time < 600; time++)
        {
            var found = (await app.FindAsync(words)).Cards.Select(SearchApp.Slug).ToList();
            if (found.Count > 0 && isSo(found))
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new ShouldAssertException($"“{words}” never found that.");
    }

    private static Task<Page> SendAsync(HttpClient client, Page page, string handler, params (string, string?)[] fields) =>
        SendAsync(client, page, handler, "main form", fields);

    /// <summary>Presses the button of another handler: it has an address of its own.</summary>
    private static Task<Page> SendAsync(HttpClient client, Page page, string handler, string form, params (string, string?)[] fields)
    {
        var element = page.One(form);
        element.SetAttribute("action", element.QuerySelector($"button[formaction*='handler={handler}']")!.GetAttribute("formaction")!);
        return page.SubmitAsync(client, form, fields);
    }

    [GeneratedRegex(@"before:\s*(?<before>[0-9.]+)\..*after:\s*(?<after>[0-9.]+)\.", RegexOptions.Singleline)]
    private static partial Regex Scores();
}
