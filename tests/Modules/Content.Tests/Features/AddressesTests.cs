using System.Net;
using System.Text;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.MoveDocument;
using Medway.LocalOffer.Content.Features.Staff.OldAddresses;
using Medway.LocalOffer.Content.Features.ViewPage;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content.Tests.Features;

[Collection(ContentApp.Name)]
public sealed class AddressesTests(App app)
{
    [Fact]
    [Proves("content")]
    public async Task Rename_SectionOfFiftyPages_LeavesFiftyOneWorkingOldAddressesInOneStep()
    {
        var section = await app.LiveAsync("Big section");
        for (var child = 1; child <= 50; child++)
        {
            await app.LiveAsync($"Child {child}", "/big-section");
        }

        using var editor = await app.SignInAsAsync(Roles.Editor);
        var asked = await (await editor.PageAsync($"/staff/content/pages/{section}/move")).SubmitAsync(editor, "main form", ("Slug", "great-section"));
        asked.Status.ShouldBe(HttpStatusCode.OK);
        asked.MainText.ShouldContain("51 pages get a new address. 51 old addresses lead there");
        (await app.DocumentAsync(section)).Path.ShouldBe("/big-section", "the number is shown before anything changes");
        (await asked.SubmitAsync(editor, "main form:has(input[name=Confirmed])")).Status.ShouldBe(HttpStatusCode.Redirect);

        // And once more: nobody is sent round in steps.
        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new MoveDocument(section, "", "grand-section", Confirmed: true))).Ok().Redirects.ShouldBe(51);

        string[] tails = ["", .. Enumerable.Range(1, 50).Select(child => $"/child-{child}")];
        foreach (var old in new[] { "/big-section", "/great-section" })
        {
            foreach (var tail in tails)
            {
                var page = await app.GetAsync(old + tail);
                page.Status.ShouldBe(HttpStatusCode.MovedPermanently, old + tail);
                page.Response.Headers.Location!.OriginalString.ShouldBe("/grand-section" + tail);
            }
        }

        foreach (var tail in tails)
        {
            (await app.GetAsync("/grand-section" + tail)).Status.ShouldBe(HttpStatusCode.OK, tail);
        }
    }

    [Fact]
    public async Task Move_BackToWhereItWas_LeadsNowhereInACircle()
    {
        var id = await app.LiveAsync("There and back");

        await MoveAsync(id, "", "elsewhere");
        await MoveAsync(id, "", "there-and-back");

        (await app.GetAsync("/there-and-back")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.GetAsync("/elsewhere")).Response.Headers.Location!.OriginalString.ShouldBe("/there-and-back");
        (await app.ReadAsync(context => context.Redirects.AnyAsync(redirect => redirect.FromPath == "/there-and-back"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Move_UnderItself_OrOntoAnother_IsRefused()
    {
        var id = await app.LiveAsync("Upper");
        await app.LiveAsync("Lower", "/upper");

        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new MoveDocument(id, "/upper/lower", "upper", true))).Errors.ShouldHaveSingleItem().Message.ShouldContain("cannot stand under itself");
        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new MoveDocument(id, "", "ehc-plans", true))).Errors.ShouldHaveSingleItem().Message.ShouldContain("There is something at /ehc-plans already");
        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new MoveDocument(id, "", "staff", true))).Errors.ShouldHaveSingleItem().Message.ShouldContain("belongs to another part");
    }

    [Fact]
    public async Task File_OfRedirects_FlattensChainsAndRefusesCircles()
    {
        await app.LiveAsync("The end");
        (await LoadAsync("from,to\n/chain-one,/chain-two\n/chain-two,/chain-three\n/chain-three,/the-end\n")).Added.ShouldBe(3);
        foreach (var address in new[] { "/chain-one", "/chain-two", "/chain-three" })
        {
            (await app.GetAsync(address)).Response.Headers.Location!.OriginalString.ShouldBe("/the-end", address);
        }

        var circle = await LoadAsync("from,to\n/round-one,/round-two\n/round-two,/round-one\n/fine,/the-end\n");
        circle.Problems.Count.ShouldBe(2);
        circle.Problems[0].Line.ShouldBe(2);
        circle.Problems[0].Message.ShouldContain("back to itself");
        (await app.GetAsync("/fine")).Status.ShouldBe(HttpStatusCode.NotFound, "all of a file, or nothing");

        var bad = await LoadAsync("from,to\n/the-end,/ehc-plans\n/search,/ehc-plans\nhttps://example.org/,/ehc-plans\n");
        bad.Problems.Select(problem => problem.Line).ShouldBe([2, 3, 4]);
        (await LoadAsync("from,to\n/chain-one,/the-end\n")).Changed.ShouldBe(0, "the same file twice changes nothing");
    }

    [Fact]
    public async Task Addresses_ThatAreMissed_AreCountedAndCanBeMadeToLeadSomewhere()
    {
        await app.LiveAsync("Found again");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            // A host writes once a minute; what came before this test may have been written just now.
            var missed = scope.ServiceProvider.GetRequiredService<MissedPaths>();
            await missed.NoteAsync("missed-by-many", TestContext.Current.CancellationToken);
            app.Clock.Move(TimeSpan.FromMinutes(2));
            (await app.GetAsync("/missed-by-many")).Status.ShouldBe(HttpStatusCode.NotFound);
            app.Clock.Run();
        }

        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var list = await officer.PageAsync("/staff/content/addresses?from=/missed-by-many");
        list.MainText.ShouldContain("/missed-by-many");
        list.One("input[name=From]").GetAttribute("value").ShouldBe("/missed-by-many");
        (await list.SubmitAsync(officer, "form[action*='handler=Add']", ("To", "/found-again"))).MainText.ShouldContain("Done: 1 new");
        (await app.UntilAsync("/missed-by-many", page => page.Status == HttpStatusCode.MovedPermanently)).Response.Headers.Location!.OriginalString.ShouldBe("/found-again");

        var circle = await list.SubmitAsync(officer, "form[action*='handler=Add']", ("From", "/selfish"), ("To", "/selfish"));
        circle.Status.ShouldBe(HttpStatusCode.BadRequest);
        circle.One("input[name=To]").GetAttribute("value").ShouldBe("/selfish");
    }

    private async Task MoveAsync(Guid id, string parent, string slug) =>
        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new MoveDocument(id, parent, slug, Confirmed: true))).Ok().IsDone.ShouldBeTrue();

    private async Task<ImportReport> LoadAsync(string csv) =>
        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new LoadRedirects(new ImportFile("redirects.csv", Encoding.UTF8.GetBytes(csv))))).Ok();
}
