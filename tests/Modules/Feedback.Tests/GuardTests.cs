using System.Net;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Domain;
using Medway.LocalOffer.Feedback.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Feedback.Tests;

[Proves("codesign")]
public sealed class GuardTests(App app) : IClassFixture<App>
{
    private const string Everything = "My name is Robin Example, I go to Sampleton Primary School, call 01632 960123 please";

    [Fact]
    public async Task NamePhoneAndSchool_AreAskedAboutOnce_AndSendAnywaySends()
    {
        using var family = app.CreateClient();
        var form = await family.PageAsync("/feedback?about=/ehc-plans");

        var asked = await form.SubmitAsync(family, "main form", ("Kind", nameof(CommentKind.Idea)), ("Words", Everything));

        asked.Status.ShouldBe(HttpStatusCode.OK, "nobody is scolded");
        asked.MainText.ShouldContain("This might tell people who you are. Take it out?");
        foreach (var found in new[] { "a name", "a phone number", "the name of a school" })
        {
            asked.MainText.ShouldContain(found);
        }

        asked.One("textarea[name=Words]").TextContent.ShouldContain(Everything, Case.Sensitive, "nothing is lost");
        asked.One("button[name=Anyway]").TextContent.ShouldBe("Send anyway");
        (await asked.SubmitAsync(family, "main form", ("Words", "more clubs please"))).Status.ShouldBe(HttpStatusCode.Redirect, "what was changed goes");
        (await asked.SubmitAsync(family, "main form", ("Anyway", "true"))).Status.ShouldBe(HttpStatusCode.Redirect, "nobody is stopped");

        using var moderator = await app.SignInAsAsync(Roles.Moderator);
        var link = (await moderator.PageAsync("/staff/feedback/moderate")).All("tbody a").Select(link => link.GetAttribute("href")!).ToList();
        var pages = await Task.WhenAll(link.Select(href => moderator.PageAsync(href)));
        pages.Single(page => page.MainText.Contains("Sampleton", StringComparison.Ordinal)).MainText.ShouldContain("This may hold a phone number.");
    }

    [Theory]
    [InlineData("ring me on 07700 900123", "a phone number")]
    [InlineData("ring +44 7700 900123", "a phone number")]
    [InlineData("write to robin@example.org", "an e-mail address")]
    [InlineData("I live in me4 4tr", "a postcode")]
    [InlineData("ask Mrs Example", "a name")]
    [InlineData("at Sampleton Academy", "the name of a school")]
    public void TellsWho_FindsIt(string words, string kind) => TellsWho.In(words).ShouldContain(kind);

    [Theory]
    [InlineData("The page is hard to read and too long.")]
    [InlineData("I waited 20 weeks and then 6 more, since 2024.")]
    [InlineData("My school does not help. The school is far away.")]
    [InlineData("")]
    public void TellsWho_LeavesOtherWordsAlone(string words) => TellsWho.In(words).ShouldBeEmpty();

    [Theory]
    [InlineData("you idiots", "rude")]
    [InlineData("I want to die", "not be safe")]
    [InlineData("he hits me", "not be safe")]
    public void WordsToWatch_TellTheModerator(string words, string said) => WordsToWatch.In(words).ShouldContain(line => line.Contains(said));

    [Fact]
    public void TellsWho_OnAVeryLongText_AnswersAtOnce()
    {
        var hostile = string.Concat(Enumerable.Repeat("Aa a@a 0 (", 200));
        Should.NotThrow(() => TellsWho.In(hostile));
    }
}
