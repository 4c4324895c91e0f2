using System.Net;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeRound;
using Medway.LocalOffer.CoDesign.Tests.Support;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Tests;

/// <summary>A young person at the panel, with script off: every step is a link or a form.</summary>
[Proves("codesign")]
public sealed class ReviewerFlowTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Reviewer_WithoutScript_GoesFromCardToThanks_OneThingAScreen()
    {
        var round = await app.OpenRoundAsync();
        Worry(await app.GetAsync("/panel"));
        using var reviewer = await app.SitAsync(round.Cards[0]);
        var at = "/panel/welcome/1";
        for (var screen = 0; screen < 4; screen++)
        {
            var page = await reviewer.PageAsync(at);
            Worry(page);
            page.All("h1").Count.ShouldBe(1);
            at = page.One("a.button--go").GetAttribute("href")!;
        }

        at.ShouldBe("/panel/how");
        foreach (var (way, style) in new[] { ("MoreSpace", "panel--space"), ("Pictures", "panel--no-pictures") })
        {
            var how = await reviewer.PageAsync(at);
            how.One("body").ClassList.ShouldNotContain(style);
            (await how.SubmitAsync(reviewer, "main form", [("Switch", way)])).Response.Headers.Location!.OriginalString.ShouldBe("/panel/how");
            (await reviewer.PageAsync(at)).One("body").ClassList.ShouldContain(style);
        }

        (await reviewer.PageAsync(at)).One("[data-needs-voice]").HasAttribute("hidden").ShouldBeTrue("no dead button where speech is missing");
        var age = await reviewer.PageAsync("/panel/about/age");
        age.One("button[name=Skip]").TextContent.ShouldContain("Skip");
        (await age.SubmitAsync(reviewer, "main form", [("Say", "From11To15")])).Response.Headers.Location!.OriginalString.ShouldBe("/panel/about/help");
        (await (await reviewer.PageAsync("/panel/about/help")).SubmitAsync(reviewer, "main form", [("Skip", "true")])).Response.Headers.Location!.OriginalString.ShouldBe("/panel/parts/1");

        var parts = await app.ReadAsync(context => context.Parts.Where(part => part.RoundId == round.Id).OrderBy(part => part.Position).ToListAsync());
        foreach (var part in parts)
        {
            var page = await reviewer.PageAsync($"/panel/parts/{part.Position}");
            Worry(page);
            page.Html.Body!.TextContent.ShouldContain($"Part {part.Position} of {parts.Count}");
            page.All("input[type=radio][checked]").ShouldBeEmpty("nothing is picked at the start");
            page.All("input[type=radio]").Count.ShouldBe(4);
            page.All("figure svg").ShouldNotBeEmpty();
            PageWords.ReadingAgeOf(page.One("fieldset.why")).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader);
            var sent = await page.SubmitAsync(reviewer, "form.review", [("Pick", part.Position % 2 == 0 ? nameof(Pick.Hard) : nameof(Pick.Easy)), ("Reasons", nameof(Reason.Words))]);
            sent.Response.Headers.Location!.OriginalString.ShouldBe(part.Position == parts.Count ? "/panel/finish" : $"/panel/parts/{part.Position + 1}");
        }

        (await reviewer.PageAsync($"/panel/parts/{parts.Count}")).MainText.ShouldContain("Nearly");
        var back = await reviewer.PageAsync("/panel/parts/2");
        back.One("input[value=Hard]").HasAttribute("checked").ShouldBeTrue("Back shows what was said");
        back.One("a.button--line").GetAttribute("href").ShouldBe("/panel/parts/1");
        (await (await reviewer.PageAsync("/panel/finish")).SubmitAsync(reviewer, "main form", [("Friend", nameof(Friend.Maybe))])).Status.ShouldBe(HttpStatusCode.Redirect);
        var thanks = await reviewer.PageAsync("/panel/finish?done=true");
        thanks.Heading.ShouldBe("Thank you!");
        thanks.MainText.ShouldContain("We tell you what we did by");

        var kept = await app.ReadAsync(context => context.Answers.Where(answer => answer.Part!.RoundId == round.Id).Include(answer => answer.Reviewer).ToListAsync());
        kept.Count.ShouldBe(parts.Count);
        kept.ShouldAllBe(answer => answer.Reviewer!.Age == AgeBand.From11To15 && answer.Reviewer.HadHelp == null);
        kept.Where(answer => answer.Pick == Pick.Easy).ShouldAllBe(answer => answer.Reasons.Length == 0);
    }

    [Fact]
    public async Task Press_SavesItself_AndWhoeverComesBackWithTheCardFindsIt()
    {
        var round = await app.OpenRoundAsync();
        using (var first = await app.SitAsync(round.Cards[0]))
        {
            var page = await first.PageAsync("/panel/parts/1");
            using var press = new FormUrlEncodedContent([new("Pick", nameof(Pick.Ok)), new("Reasons", nameof(Reason.Long)), new("__RequestVerificationToken", page.One("form.review input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
            using var saved = await first.PostAsync(new Uri("/panel/parts/1?handler=Save", UriKind.Relative), press, TestContext.Current.CancellationToken);
            saved.StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await (await first.PageAsync("/panel/stop")).SubmitAsync(first, "main form", [])).Status.ShouldBe(HttpStatusCode.Redirect);
            (await first.PageAsync("/panel/parts/1")).Response.Headers.Location!.OriginalString.ShouldBe("/panel", "the next pupil at this computer does not sit in somebody's place");
        }

        using var again = await app.SitAsync(round.Cards[0]);
        var back = await again.PageAsync("/panel/parts/1");
        back.One("input[value=Ok]").HasAttribute("checked").ShouldBeTrue();
        back.One("input[value=Long]").HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task Switch_OnAQuestion_WithoutScript_LosesNothingThatWasPickedOrTyped()
    {
        var round = await app.OpenRoundAsync(cards: 1);
        using var reviewer = await app.SitAsync(round.Cards[0]);
        var page = await reviewer.PageAsync("/panel/parts/1");
        foreach (var (way, style, isOn) in new[] { ("MoreSpace", "panel--space", true), ("Pictures", "panel--no-pictures", true), ("MoreSpace", "panel--space", false), ("EasyWords", "panel", true) })
        {
            var button = page.One($".looks button[name=Switch][value={way}]");
            button.GetAttribute("form").ShouldBe("review", "a press sends the form in which one writes");
            page.One("form#review").SetAttribute("action", button.GetAttribute("formaction")!);
            page = await page.SubmitAsync(reviewer, "form#review", [("Switch", way), ("Pick", nameof(Pick.Hard)), ("Reasons", nameof(Reason.Long)), ("Words", "half a sentence that I have not s")]);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.One("body").ClassList.Contains(style).ShouldBe(isOn, way);
            page.One("textarea[name=Words]").TextContent.Trim().ShouldBe("half a sentence that I have not s");
            page.One("input[value=Hard]").HasAttribute("checked").ShouldBeTrue();
            page.One("input[value=Long]").HasAttribute("checked").ShouldBeTrue();
        }

        (await Answers(round)).ShouldBeEmpty("nothing is sent before Next");
        (await page.SubmitAsync(reviewer, "form#review", [])).Response.Headers.Location!.OriginalString.ShouldBe("/panel/parts/2");
        (await Answers(round)).Single().Words.ShouldBe("half a sentence that I have not s");

        (await reviewer.PageAsync("/panel/parts/1?handler=Switch")).Status.ShouldBe(HttpStatusCode.OK, "whoever loads the screen again sees it");
        var wrong = await reviewer.PageAsync("/panel/parts/2");
        wrong.One("form#review").SetAttribute("action", "/panel/parts/2?handler=Switch");
        wrong = await wrong.SubmitAsync(reviewer, "form#review", [("Switch", "Nonsense"), ("Words", "still here")]);
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.One("textarea[name=Words]").TextContent.Trim().ShouldBe("still here");
    }

    [Theory]
    [InlineData("My name is Sam and it is hard", "a name")]
    [InlineData("Ring me on 07700 900 123", "a phone number")]
    [InlineData("sam@example.org please", "an e-mail address")]
    [InlineData("I live at ME4 9ZZ", "a postcode")]
    [InlineData("At Sample Valley School it is like that", "the name of a school")]
    public async Task Words_ThatTellWhoSomebodyIs_AreAskedAboutOnce_AndNeverBlocked(string words, string what)
    {
        var round = await app.OpenRoundAsync(cards: 1);
        using var reviewer = await app.SitAsync(round.Cards[0]);

        var asked = await reviewer.AnswerAsync(1, Pick.Hard, words);

        asked.Status.ShouldBe(HttpStatusCode.OK);
        asked.MainText.ShouldContain("This might tell people who you are. Take it out?");
        asked.MainText.ShouldContain(what);
        asked.One("textarea[name=Words]").TextContent.Trim().ShouldBe(words);
        asked.One("input[value=Hard]").HasAttribute("checked").ShouldBeTrue();
        (await Answers(round)).ShouldAllBe(answer => answer.Words == null && answer.Pick == Pick.Hard);
        (await asked.SubmitAsync(reviewer, "form.review", [("SendAnyway", "true")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Answers(round)).Single().Words.ShouldBe(words);
    }

    [Theory]
    [InlineData("It is too long.")]
    [InlineData("I am in a wheelchair and I am 12. The words are hard!")]
    [InlineData("What is a DLA or PIP award?")]
    public async Task Words_ThatTellNothing_AreNotAskedAbout(string words)
    {
        var round = await app.OpenRoundAsync(cards: 1);
        using var reviewer = await app.SitAsync(round.Cards[0]);

        (await reviewer.AnswerAsync(1, Pick.Hard, words)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Round_ClosedWhileSomebodyAnswers_SaysSoInWords_AndLosesNothing()
    {
        var round = await app.OpenRoundAsync();
        using var reviewer = await app.SitAsync(round.Cards[0]);
        await reviewer.AnswerAsync(1, Pick.Easy);
        var open = await reviewer.PageAsync("/panel/parts/2");
        var finish = await reviewer.PageAsync("/panel/finish");
        await app.DoAsync(new MoveRound(round.Id, nameof(RoundState.Closed)));

        var late = await open.SubmitAsync(reviewer, "form.review", [("Pick", nameof(Pick.Hard)), ("Words", "It is hard to read")]);

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.One(".summary").TextContent.ShouldContain("The panel has closed");
        late.One("textarea[name=Words]").TextContent.Trim().ShouldBe("It is hard to read");
        (await finish.SubmitAsync(reviewer, "main form", [("Friend", "Yes")])).Status.ShouldBe(HttpStatusCode.Conflict);
        (await reviewer.PageAsync("/panel/parts/2")).Response.Headers.Location!.OriginalString.ShouldBe("/panel/closed");
        (await reviewer.PageAsync("/panel/closed")).Heading.ShouldBe("The panel has closed");
        (await Answers(round)).Single().Pick.ShouldBe(Pick.Easy);
    }

    [Fact]
    public async Task Reviewer_TakesEverythingBack_AfterATick_AndTheCardEnds()
    {
        var round = await app.OpenRoundAsync();
        using var reviewer = await app.SitAsync(round.Cards[0]);
        await reviewer.AnswerAsync(1, Pick.Hard, "Too long");
        using var other = await app.SitAsync(round.Cards[1]);
        await other.AnswerAsync(1, Pick.Easy);

        var page = await reviewer.PageAsync("/panel/answers");
        (await page.SubmitAsync(reviewer, "main form", [])).MainText.ShouldContain("Nothing is deleted yet");
        (await page.SubmitAsync(reviewer, "main form", [("Sure", "true")])).Status.ShouldBe(HttpStatusCode.Redirect);

        (await Answers(round)).Single().Pick.ShouldBe(Pick.Easy);
        using var again = app.CreateClient();
        (await (await again.PageAsync("/panel")).SubmitAsync(again, "main form", [("Words", round.Cards[0])])).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("Pick", "Nonsense")]
    [InlineData("Reasons", "Nonsense")]
    public async Task Answer_BadInput_IsNeverAFault(string field, string value)
    {
        var round = await app.OpenRoundAsync(cards: 1);
        using var reviewer = await app.SitAsync(round.Cards[0]);
        var page = await reviewer.PageAsync("/panel/parts/1");

        (await page.SubmitAsync(reviewer, "form.review", [(field, value)])).Status.ShouldBe(HttpStatusCode.BadRequest);
        var longer = await page.SubmitAsync(reviewer, "form.review", [("Words", new string('w', Answer.MaximumWords + 1))]);
        longer.Status.ShouldBe(HttpStatusCode.BadRequest);
        longer.One("textarea[name=Words]").TextContent.Trim().Length.ShouldBe(Answer.MaximumWords + 1);
        (await reviewer.PageAsync("/panel/parts/99")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reviewer.PageAsync("/panel/about/birthday")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<List<Answer>> Answers(OpenRound round) => app.ReadAsync(context => context.Answers.Where(answer => answer.Part!.RoundId == round.Id).ToListAsync());

    /// <summary>On every screen, in the same place, with or without a card; a number that nobody confirmed is not made up.</summary>
    private static void Worry(Page page)
    {
        page.One("section.safe").TextContent.ShouldContain("0800 1111");
        page.One("section.safe").TextContent.ShouldContain("ask the council");
        page.One("header a[href='#safe']").TextContent.ShouldContain("Not safe?");
    }
}
