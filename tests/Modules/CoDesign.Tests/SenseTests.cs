using System.Net;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Features.Staff.AnswerTheme;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeAnswers;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeRound;
using Medway.LocalOffer.CoDesign.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Tests;

[Proves("codesign")]
public sealed class SenseTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Page_EditedAndPublishedDuringTheRound_ReviewersSeeWhatWasPinned_AndStaffReadThatItChangedSince()
    {
        var round = await app.OpenRoundAsync();
        var document = await app.ReadAsync(context => context.Parts.Where(part => part.RoundId == round.Id && part.DocumentId != null).Select(part => part.DocumentId!.Value).FirstAsync());
        using (var before = await app.SitAsync(round.Cards[0]))
        {
            await before.AnswerAsync(2, Pick.Hard);
        }

        await RewriteAsync(document, "## Level 1: open to everybody {#level-1-open-to-all}\n\nYou just go to a club.\n");

        using (var after = await app.SitAsync(round.Cards[1]))
        {
            (await after.PageAsync("/panel/parts/2")).MainText.ShouldContain("Level 1: open to all", Case.Sensitive, "the round keeps what was pinned");
            (await after.AnswerAsync(2, Pick.Ok)).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        var seen = await lead.PageAsync($"/staff/codesign/rounds/{round.Id}/answers");
        seen.MainText.ShouldContain("Changed since: this part reads differently now.");
        seen.MainText.ShouldContain("Changed since: this part has another heading now, or is gone.");
        seen.All("tbody tr")[1].QuerySelector("[data-label=Hard]")!.TextContent.ShouldBe("1", "no answer is orphaned");
        seen.All("tbody tr")[1].QuerySelector("[data-label=OK]")!.TextContent.ShouldBe("1");
    }

    [Fact]
    public async Task Editor_OpensADraftWithTheThemeAndTheWordsThatThePanelProposesBesideIt()
    {
        var round = await app.OpenRoundAsync(page: "/short-breaks/care-and-support");
        var document = await app.ReadAsync(context => context.Parts.Where(part => part.RoundId == round.Id && part.DocumentId != null).Select(part => part.DocumentId!.Value).FirstAsync());
        await app.DoAsync(new MoveRound(round.Id, nameof(RoundState.Closed)));
        var theme = await app.DoAsync(new BeginTheme(round.Id, "People do not know what an assessment is", "It is hard."));
        await app.DoAsync(new AnswerTheme(theme, "People do not know what an assessment is", "It is hard.", $"{document}", "We come and talk with you", "", "", "", null, "", []));

        using var editor = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var page = await editor.PageAsync($"/staff/codesign/themes/{theme}");
        var link = page.All("a").Single(one => one.TextContent.Contains("Open a draft of the page", StringComparison.Ordinal)).GetAttribute("href")!;
        var draft = await editor.PageAsync(link);

        draft.MainText.ShouldContain("What young people said about this page");
        draft.MainText.ShouldContain("People do not know what an assessment is");
        draft.MainText.ShouldContain("They propose: “We come and talk with you”");
    }

    [Fact]
    public async Task Theme_WhileTheRoundIsOpen_OrWithAPageOfAnotherRound_IsRefused()
    {
        var round = await app.OpenRoundAsync();
        (await app.TryAsync(new BeginTheme(round.Id, "Something", "Something"))).Errors[0].Message.ShouldContain("when the round has closed");
        await app.DoAsync(new MoveRound(round.Id, nameof(RoundState.Closed)));
        var theme = await app.DoAsync(new BeginTheme(round.Id, "Something", "Something"));

        var outcome = await app.TryAsync(new AnswerTheme(theme, "Something", "Something", $"{Guid.CreateVersion7()}", "", "", "", "", null, "", []));

        outcome.Errors[0].Message.ShouldBe("Choose a page of the round");
        (await app.TryAsync(new AnswerTheme(theme, "Something", "Something", "", "", "", "", "", null, "//example.org", []))).Errors[0].Message.ShouldContain("an address on this site");
    }

    /// <summary>An editor saves a draft and somebody else publishes it, by the pages that they use.</summary>
    private async Task RewriteAsync(Guid document, string body)
    {
        using var author = await app.SignInAsAsync(Roles.Editor);
        var at = $"/staff/content/pages/{document}";
        (await (await author.PageAsync($"{at}/edit/full")).SubmitAsync(author, "form[data-autosave]", [("Body", body)])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await author.PageAsync(at)).SubmitAsync(author, "form[action*='Submit']", [])).Status.ShouldBe(HttpStatusCode.Redirect);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        (await (await publisher.PageAsync(at)).SubmitAsync(publisher, "form[action*='Publish'], form[action*='Approve']", [])).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
