using System.Net;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Features.Staff.AnswerTheme;
using Medway.LocalOffer.CoDesign.Features.Staff.ReadAnswer;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeAnswers;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeGroup;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeRound;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.CoDesign.Tests.Support;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.CoDesign.Tests;

[Proves("codesign")]
public sealed class PublishTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Lead_SumsUpAnswersAndPublishes_WithEasyRead_AndEverybodyReadsWhatWasDone()
    {
        var round = await ClosedAsync(cards: 6, quotes: true);
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        var answers = await lead.PageAsync($"/staff/codesign/rounds/{round.Id}/answers");
        answers.All("table tbody tr td[data-label='No answer']")[1].TextContent.ShouldBe("6", "quiet parts are no answer, not good");
        var begun = await answers.SubmitAsync(lead, "#begin-theme", [("Said", "The words about the grant are hard"), ("EasySaid", "The words are hard.")]);
        var themeAt = begun.Response.Headers.Location!.OriginalString.Split('#')[0];
        var theme = await lead.PageAsync(themeAt);
        var publish = await lead.PageAsync($"/staff/codesign/rounds/{round.Id}/publish");
        (await publish.SubmitAsync(lead, "main form[novalidate]", [("EasyRead", "Words are hard.")])).MainText.ShouldContain("Each theme needs a response first");

        var bad = await theme.SubmitAsync(lead, "#theme", [("Status", nameof(YouSaidStatus.Will)), ("Response", "We write it again")]);
        bad.Status.ShouldBe(HttpStatusCode.BadRequest);
        bad.MainText.ShouldContain("Write the response in Easy Read too");
        bad.MainText.ShouldContain("Write the day by which it will be done");
        bad.One("textarea[name=Response]").TextContent.Trim().ShouldBe("We write it again");
        var fields = new List<(string, string?)> { ("Status", nameof(YouSaidStatus.Did)), ("Response", "We wrote the page again."), ("EasyResponse", "We made it easy."), ("AfterPath", Panels.Page) };
        fields.AddRange(theme.All("input[name=Answers]").Select(tick => ("Answers", (string?)tick.GetAttribute("value"))));
        (await theme.SubmitAsync(lead, "#theme", fields)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await lead.PageAsync(themeAt)).MainText.ShouldContain("Said by 6 people");

        (await publish.SubmitAsync(lead, "main form[novalidate]", [("EasyRead", "")])).MainText.ShouldContain("Write what happened in Easy Read");
        (await publish.SubmitAsync(lead, "main form[novalidate]", [("EasyRead", "You looked at a page.\nThe words were hard.\nWe changed them.")])).Status.ShouldBe(HttpStatusCode.Redirect);

        var slug = (await app.ReadAsync(context => context.Rounds.SingleAsync(known => known.Id == round.Id))).Slug;
        var page = await app.GetAsync($"/panels/{slug}");
        page.MainText.ShouldContain("The words about the grant are hard");
        page.MainText.ShouldContain("We did");
        page.MainText.ShouldContain("about 5 young people");
        page.MainText.ShouldContain("Too many words", Case.Sensitive, "the group agreed to be quoted");
        page.One($"a[href='{Panels.Page}']").TextContent.ShouldContain("After");
        page.MainText.ShouldContain("Before: the page as the panel saw it");
        (await app.GetAsync("/panels")).One($"a[href='/panels/{slug}']").ShouldNotBeNull();
        var easy = await app.GetAsync($"/panels/{slug}/easy-read");
        easy.MainText.ShouldContain("We made it easy.");
        easy.All(".easy__list svg").Count.ShouldBeGreaterThanOrEqualTo(3, "pictures print");
        (await app.GetAsync($"/panels/{slug}/letter")).MainText.ShouldContain("You said: The words are hard.");
        foreach (var address in new[] { "/panels", $"/panels/{slug}", $"/panels/{slug}/easy-read", $"/panels/{slug}/letter" })
        {
            PageWords.ReadingAgeOf((await app.GetAsync(address)).One("main")).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader, address);
        }

        (await SaidAsync()).ShouldContain(said => said.Said == "The words about the grant are hard" && said.Source == "panel" && said.People == 5 && said.AfterPath == Panels.Page);
        (await app.GetAsync("/panels/none")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Counts_UnderFive_AreAFew_WordsOfAGroupThatDidNotAgreeAreNotQuoted_AndAWithdrawnReviewerCountsNoMore()
    {
        var round = await ClosedAsync(cards: 5, quotes: false);
        var slug = await PublishAsync(round);
        var page = await app.GetAsync($"/panels/{slug}");
        page.MainText.ShouldContain("about 5 young people");
        page.MainText.ShouldNotContain("Too many words");
        var reviewer = await app.ReadAsync(context => context.Reviewers.Where(known => known.RoundId == round.Id).Select(known => known.Id).FirstAsync());

        await app.DoAsync(new ChangeCard(reviewer, nameof(CardChange.Withdraw)));

        (await app.ReadAsync(context => context.Answers.CountAsync(answer => answer.ReviewerId == reviewer))).ShouldBe(0);
        (await SaidAsync()).Single(said => said.BeforePath!.Contains(slug, StringComparison.Ordinal)).People.ShouldBe(0);
        await WaitForAsync(async () => (await app.GetAsync($"/panels/{slug}")).MainText.Contains("Said by a few", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stamp_StandsOnTheReviewedRevisionAlone()
    {
        (await app.GetAsync("/short-breaks/direct-payments")).MainText.ShouldNotContain("Checked by young people");
        var round = await ClosedAsync(cards: 1, quotes: false, page: "/short-breaks/direct-payments");
        await PublishAsync(round);
        var month = app.Clock.Today().Month();
        await WaitForAsync(async () => (await app.GetAsync("/short-breaks/direct-payments")).MainText.Contains($"Checked by young people, {month}", StringComparison.Ordinal));

        // As the owner: no login of the site may move a stamp to another revision.
        await using (var owner = NpgsqlDataSource.Create(app.ConnectionString!))
        {
            await using var moved = owner.CreateCommand("update published.panel_checked_pages set revision_id = gen_random_uuid()");
            (await moved.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        }

        await app.ReadAsync(async context =>
        {
            await Platform.Notices.Notices.NotifyAsync(context, Content.Contracts.IPageVoices.CacheTag);
            return true;
        });
        await WaitForAsync(async () => !(await app.GetAsync("/short-breaks/direct-payments")).MainText.Contains("Checked by young people", StringComparison.Ordinal));
    }

    private async Task<string> PublishAsync(OpenRound round)
    {
        var theme = await app.DoAsync(new BeginTheme(round.Id, $"Something is hard in {round.Id}", "It is hard."));
        var answers = await app.ReadAsync(context => context.Answers.Where(answer => answer.Part!.RoundId == round.Id).Select(answer => answer.Id).ToListAsync());
        await app.DoAsync(new AnswerTheme(theme, $"Something is hard in {round.Id}", "It is hard.", "", "", nameof(YouSaidStatus.Cannot), "The law says it so.", "We cannot.", null, "", answers));
        return await app.DoAsync(new Features.Staff.PublishRound.PublishRound(round.Id, "It is hard."));
    }

    private async Task<OpenRound> ClosedAsync(int cards, bool quotes, string page = Panels.Page)
    {
        var round = await app.OpenRoundAsync(cards, page, quotes);
        foreach (var card in round.Cards)
        {
            using var reviewer = await app.SitAsync(card);
            (await reviewer.AnswerAsync(1, Pick.Hard, "Too many words")).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        foreach (var answer in await app.ReadAsync(context => context.Answers.Where(answer => answer.Part!.RoundId == round.Id).ToListAsync()))
        {
            await app.DoAsync(new DecideAnswer(answer.Id, answer.Edition, nameof(Moderation.Accepted), ""));
        }

        await app.DoAsync(new MoveRound(round.Id, nameof(RoundState.Closed)));
        await app.DoAsync(new MoveRound(round.Id, nameof(RoundState.BeingAnswered)));
        return round;
    }

    /// <summary>Under the public login, as the pages of everybody ask.</summary>
    private async Task<IReadOnlyList<YouSaid>> SaidAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IYouSaid>().OfType<PanelSaid>().Single().PublishedAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A cached page is dropped a moment after the notice.</summary>
    private static async Task WaitForAsync(Func<Task<bool>> until)
    {
        for (var turn = 0; turn < 100; turn++)
        {
            if (await until())
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new ShouldAssertException("The page did not change within five seconds.");
    }
}
