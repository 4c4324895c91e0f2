using System.Diagnostics;
using System.Net;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Features.Panel.TakeCard;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeGroup;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeRound;
using Medway.LocalOffer.CoDesign.Tests.Support;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Tests;

[Proves("codesign")]
public sealed class CardTests(App app, PostgresCluster cluster) : IClassFixture<App>
{
    [Fact]
    public async Task Facilitator_WithALinkAndNoAccount_MakesCardsToPrint_AndOnlyDigestsAreKept()
    {
        var round = await app.OpenRoundAsync();
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        var made = await (await lead.PageAsync($"/staff/codesign/groups/{round.GroupId}")).SubmitAsync(lead, "form[action*='Link']", []);
        var link = new Uri(made.One("code").TextContent).PathAndQuery;

        using var facilitator = app.CreateClient();
        var page = await facilitator.PageAsync(link);
        page.MainText.ShouldNotContain("Fay Facilitator");
        (await page.SubmitAsync(facilitator, "main form", [("Count", "0")])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(facilitator, "main form", [("Count", "many")])).MainText.ShouldContain("Write a number from 1 to 40");
        var cards = await page.SubmitAsync(facilitator, "main form", [("Count", "2")]);
        cards.Status.ShouldBe(HttpStatusCode.OK);
        cards.All(".card-to-cut").Count.ShouldBe(2);
        cards.All(".card-to-cut svg path").Count.ShouldBe(2);
        cards.All(".card-to-cut")[0].TextContent.ShouldContain("Reviewer 4, group A");
        var words = cards.One(".card-to-cut__words").TextContent.Trim();
        words.Split(' ').Length.ShouldBe(4);

        (await app.SitAsync(words)).Dispose();
        (await EverythingStored.FindAsync(app.Services, app.ConnectionString!, [words, words.Replace(' ', '-')])).ShouldBeEmpty();
        (await EverythingStored.FindAsync(app.Services, app.ConnectionString!, ["Made-up School of Samples"])).ShouldNotBeEmpty("the search finds what is stored");
        (await app.GetAsync("/panel/group/none")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Card_WrongPausedCancelledReplacedOrTooLate_GetsTheSameAnswer()
    {
        var round = await app.OpenRoundAsync(cards: 5);
        var reviewers = await app.ReadAsync(context => context.Reviewers.Where(reviewer => reviewer.RoundId == round.Id).OrderBy(reviewer => reviewer.Number).Select(reviewer => reviewer.Id).ToListAsync());
        await app.DoAsync(new ChangeCard(reviewers[0], nameof(CardChange.Pause)));
        await app.DoAsync(new ChangeCard(reviewers[1], nameof(CardChange.Cancel)));
        var fresh = await app.DoAsync(new ChangeCard(reviewers[2], nameof(CardChange.Replace)));
        (await app.SitAsync(fresh[0].Words)).Dispose();
        (await app.SitAsync(round.Cards[3].ToUpperInvariant().Replace(" ", " - ", StringComparison.Ordinal))).Dispose();
        var late = await app.OpenRoundAsync();
        await app.DoAsync(new MoveRound(late.Id, nameof(RoundState.Closed)));

        var wrong = await TryAsync("apple apple apple apple");
        foreach (var card in (string[])[round.Cards[0], round.Cards[1], round.Cards[2], late.Cards[0], "", new string('x', 80)])
        {
            var page = await TryAsync(card);
            page.Status.ShouldBe(wrong.Status);
            page.One(".summary").TextContent.ShouldBe(wrong.One(".summary").TextContent);
        }

        await app.DoAsync(new ChangeCard(reviewers[0], nameof(CardChange.GoOn)));
        (await app.SitAsync(round.Cards[0])).Dispose();
    }

    [Fact]
    public async Task Card_WrongAndExpired_TakeTheSameTime()
    {
        var late = await app.OpenRoundAsync();
        await app.DoAsync(new MoveRound(late.Id, nameof(RoundState.Closed)));
        List<double> wrong = [], expired = [];
        for (var turn = 0; turn < 60; turn++)
        {
            wrong.Add(await TimeAsync("apple apple apple apple"));
            expired.Add(await TimeAsync(late.Cards[0]));
        }

        var (one, other) = (Median(wrong), Median(expired));
        Math.Max(one, other).ShouldBeLessThan(Math.Min(one, other) * 2 + 2, $"wrong {one} ms, expired {other} ms");
    }

    [Fact]
    public async Task Guesses_TenThousand_AreLimited_AndThirtyPupilsBehindOneAddressAreNot()
    {
        await using var limited = new App(cluster) { ConnectionString = app.ConnectionString };
        limited.Settings.Remove("CoDesign:TriesPerNetwork");
        await limited.InitializeAsync();
        var round = await limited.OpenRoundAsync(cards: 30);
        foreach (var card in round.Cards)
        {
            using var pupil = limited.CreateClient();
            var door = await pupil.PageAsync("/panel");
            (await door.SubmitAsync(pupil, "main form", [("Words", "apple aple bridge kite")])).Status.ShouldBe(HttpStatusCode.BadRequest);
            (await door.SubmitAsync(pupil, "main form", [("Words", card)])).Status.ShouldBe(HttpStatusCode.Redirect);
            (await pupil.AnswerAsync(1, Pick.Easy)).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        using var guesser = limited.CreateClient();
        var form = await guesser.PageAsync("/panel");
        var looked = 0;
        for (var guess = 0; guess < LongAttribute.Size(500, 10_000); guess++)
        {
            var answer = await form.SubmitAsync(guesser, "main form", [("Words", $"apple apple apple {(char)('a' + (guess % 26))}pple")]);
            looked += answer.Status == HttpStatusCode.TooManyRequests ? 0 : 1;
            if (guess == 300)
            {
                answer.MainText.ShouldContain("Wait 10 minutes");
            }
        }

        looked.ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public async Task PublicLogin_ReadsNothingOfThePanel()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(app.ConnectionString!);
        await using var asked = source.CreateCommand(
            "select count(*) from information_schema.tables where table_schema = 'codesign' and (has_table_privilege('web_public', format('%I.%I', table_schema, table_name), 'select') or has_table_privilege('web_public', format('%I.%I', table_schema, table_name), 'insert'))");
        (await asked.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
        await using var shown = source.CreateCommand("select has_table_privilege('web_public', 'published.panel_themes', 'select')");
        (await shown.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(true, "the question is asked rightly");
    }

    private async Task<Page> TryAsync(string card)
    {
        using var client = app.CreateClient();
        return await (await client.PageAsync("/panel")).SubmitAsync(client, "main form", [("Words", card)]);
    }

    private async Task<double> TimeAsync(string card)
    {
        var watch = Stopwatch.StartNew();
        (await app.TryAsync(new TakeCard(card))).Kind.ShouldBe(OutcomeKind.Invalid);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
