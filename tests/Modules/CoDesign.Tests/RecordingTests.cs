using System.Net;
using System.Net.Http.Headers;
using Medway.LocalOffer.CoDesign.Features.Staff.ChooseParts;
using Medway.LocalOffer.CoDesign.Features.Staff.SetUpRound;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.CoDesign.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Tests;

[Proves("codesign")]
public sealed class RecordingTests(App app) : IClassFixture<App>
{
    private const string Words = "This part says how to ask for a short break.";

    /// <summary>Begins as an MP3 does; nobody plays it here.</summary>
    private static readonly byte[] Mp3 = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0, .. Enumerable.Range(0, 2000).Select(number => (byte)(number % 250))];

    [Fact]
    public async Task Recording_IsAddedWithItsWords_PlaysInPieces_AndGoesAgain()
    {
        var part = await DraftPartAsync();
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        var here = $"/staff/codesign/parts/{part}/recording";
        var others = await KeptAsync();
        (await lead.PageAsync(here)).All("audio").ShouldBeEmpty("no dead player");

        (await SendAsync(lead, here, Mp3, Words)).Status.ShouldBe(HttpStatusCode.Redirect);
        var page = await lead.PageAsync(here);
        var source = page.One("audio[controls]").GetAttribute("src")!;
        page.One("textarea[name=Spoken]").TextContent.Trim().ShouldBe(Words);
        (await ReadAsync(lead, source)).ShouldBe(Mp3);
        (await KeptAsync()).ShouldBe(others + 1);
        using var piece = new HttpRequestMessage(HttpMethod.Get, new Uri(source, UriKind.Relative));
        piece.Headers.Range = new RangeHeaderValue(10, 19);
        using var cut = await lead.SendAsync(piece, TestContext.Current.CancellationToken);
        (cut.StatusCode, cut.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.PartialContent, "audio/mpeg"));
        (await cut.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Mp3[10..20]);

        (await page.SubmitAsync(lead, "form#remove", [])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await lead.PageAsync(here)).All("audio").ShouldBeEmpty();
        (await KeptAsync()).ShouldBe(others, "nothing is left behind");
    }

    [Fact]
    public async Task Recording_OfAnotherKind_TooLarge_OrWithoutWords_IsRefused_AndWordsStay()
    {
        var part = await DraftPartAsync();
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        var here = $"/staff/codesign/parts/{part}/recording";
        foreach (var (content, words, message) in new (byte[], string, string)[]
        {
            ("<html>"u8.ToArray(), Words, "We cannot take this kind of file"), ([], Words, "Choose a recording"), ([.. Mp3, .. new byte[Recordings.Largest]], Words, "too large"), (Mp3, " ", "Write what is said"),
        })
        {
            var refused = await SendAsync(lead, here, content, words);
            refused.Status.ShouldBe(HttpStatusCode.BadRequest, message);
            refused.One(".summary").TextContent.ShouldContain(message);
            refused.One("textarea[name=Spoken]").TextContent.Trim().ShouldBe(words.Trim());
        }

        (await lead.PageAsync(here)).All("audio").ShouldBeEmpty();
    }

    [Fact]
    public async Task Reviewer_HearsThePartThatHasARecording_SeesItsWords_AndNoPlayerElsewhere()
    {
        var round = await app.OpenRoundAsync(cards: 1);
        var part = await app.ReadAsync(context => context.Parts.SingleAsync(part => part.RoundId == round.Id && part.Position == 1));
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        (await lead.PageAsync($"/staff/codesign/parts/{part.Id}/recording")).All("input[type=file]").ShouldBeEmpty("what was signed off stays as it was");
        await app.ReadAsync(context => context.Rounds.Where(known => known.Id == round.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.State, Domain.RoundState.Draft)));
        (await SendAsync(lead, $"/staff/codesign/parts/{part.Id}/recording", Mp3, Words)).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.ReadAsync(context => context.Rounds.Where(known => known.Id == round.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.State, Domain.RoundState.Open)));

        using var reviewer = await app.SitAsync(round.Cards[0]);
        var screen = await reviewer.PageAsync("/panel/parts/1");
        screen.One("details#spoken").TextContent.ShouldContain(Words);
        var source = screen.One("audio[controls]").GetAttribute("src")!;
        (await ReadAsync(reviewer, source)).ShouldBe(Mp3);
        (await reviewer.PageAsync("/panel/parts/2")).All("audio").ShouldBeEmpty("no dead player");
        using var nobody = app.CreateClient();
        (await nobody.PageAsync(source)).Status.ShouldBe(HttpStatusCode.NotFound, "without a card there is nothing to hear");
    }

    private async Task<Guid> DraftPartAsync()
    {
        var today = app.Clock.Today();
        var round = await app.DoAsync(new SetUpRound(null, $"Recorded {Guid.CreateVersion7():n}", "We want to hear you.", today, today.AddDays(5), today.AddDays(9), ""));
        await app.DoAsync(new AddTask(round, "Find a club near you."));
        return await app.ReadAsync(context => context.Parts.Where(part => part.RoundId == round).Select(part => part.Id).SingleAsync());
    }

    private static async Task<byte[]> ReadAsync(HttpClient client, string address) => await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>How many recordings are kept, those of other tests among them.</summary>
    private Task<int> KeptAsync() =>
        app.ReadAsync(context => context.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from platform.files where kind = {Recordings.Rules.Kind}").SingleAsync());

    private static async Task<Page> SendAsync(HttpClient lead, string address, byte[] file, string words)
    {
        var form = await lead.PageAsync(address);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.One("form#record input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(words), "Spoken" },
            { new ByteArrayContent(file), "File", "part.mp3" },
        };
        return await Page.ReadAsync(await lead.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken));
    }
}
