using System.Net;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Content.Tests.Features;

/// <summary>What people without an account see of drafts, and what they say of pages.</summary>
[Collection(ContentApp.Name)]
public sealed class SharingTests(App app)
{
    [Fact]
    public async Task PreviewLink_OfAGuide_ShowsItsPartsToWhoeverHoldsItAndDiesWhenItGoesLive()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        var guide = await app.DraftAsync("Shown guide", kind: DocumentKind.Guide);
        await app.DraftAsync("Shown part", "/shown-guide");
        await app.DraftAsync("Kept to ourselves");
        var link = await LinkAsync(author, guide, "Preview");

        var page = await app.GetAsync(link);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe("Shown guide");
        page.One("meta[name=robots]").GetAttribute("content").ShouldBe("noindex");
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var prefix = link[..^"/shown-guide".Length];
        (await app.GetAsync(prefix + "/shown-guide/shown-part")).Heading.ShouldBe("Shown part");
        (await app.GetAsync(prefix + "/kept-to-ourselves")).Status.ShouldBe(HttpStatusCode.NotFound, "the link shows one branch only");
        (await app.GetAsync("/link/preview/not-a-token/shown-guide")).Status.ShouldBe(HttpStatusCode.NotFound);

        await app.SubmitAsync(guide);
        await app.ApproveAsync(guide);
        (await app.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound, "what was shown before is now what everybody reads");
    }

    [Fact]
    public async Task PreviewLink_ThatIsCancelled_ShowsNothing()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        var id = await app.DraftAsync("Cancelled link");
        var link = await LinkAsync(author, id, "Preview");
        (await app.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);

        var share = await author.PageAsync($"/staff/content/pages/{id}/share/full");
        (await share.SubmitAsync(author, "form[action*='handler=Cancel']")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await app.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Owner_WithoutAnAccount_SaysItIsStillRightOnceAndThePageSaysSo()
    {
        using var editor = await app.SignInAsAsync(Roles.Editor);
        var id = await app.LiveAsync("Owned elsewhere");
        (await app.UntilAsync("/owned-elsewhere", page => page.Status == HttpStatusCode.OK)).One(".stamp").TextContent.ShouldContain("Not checked yet");
        var link = await LinkAsync(editor, id, "StillRight");
        using var owner = app.CreateClient();

        var asked = await owner.PageAsync(link);
        asked.Heading.ShouldBe("Owned elsewhere");
        (await app.DocumentAsync(id)).LastCheckedOn.ShouldBeNull("opening a link changes nothing");
        (await asked.SubmitAsync(owner, "main form", ("Answer", "right"), ("Name", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await asked.SubmitAsync(owner, "main form", ("Answer", "right"), ("Name", "Sam of the pool"))).Heading.ShouldBe("Thank you");

        (await app.UntilAsync("/owned-elsewhere", page => page.One(".stamp").TextContent.Contains("Checked on", StringComparison.Ordinal))).One(".stamp").TextContent.ShouldContain("the test team");
        (await owner.PageAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound, "one answer");
        (await editor.PageAsync($"/staff/content/pages/{id}")).MainText.ShouldContain("Sam of the pool");
    }

    [Fact]
    public async Task FactChecker_WhoWantsAChange_SaysWhatAndWhoeverAskedHearsOfIt()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        var id = await app.DraftAsync("Facts to check");
        var link = await LinkAsync(author, id, "FactCheck");
        using var expert = app.CreateClient();

        var asked = await expert.PageAsync(link);
        (await asked.SubmitAsync(expert, "main form", ("Answer", "change"), ("Name", "A nurse"))).Status.ShouldBe(HttpStatusCode.BadRequest, "what has to change?");
        (await asked.SubmitAsync(expert, "main form", ("Answer", "change"), ("Name", "A nurse"), ("Words", "It is on Tuesdays."))).Heading.ShouldBe("Thank you");

        (await author.PageAsync("/staff")).MainText.ShouldContain("Needs a change");
        (await author.PageAsync($"/staff/content/pages/{id}")).MainText.ShouldContain("It is on Tuesdays.");
    }

    [Fact]
    public async Task Alert_StandsOnEveryPageUntilItEnds()
    {
        var now = app.Clock.GetUtcNow();
        await app.LiveAsync(
            "Clinic closed today", kind: DocumentKind.Alert,
            fields: new DraftFields("Clinic closed today", "The clinic in Chatham is closed.", "") { StartsAt = now.AddMinutes(-5), EndsAt = now.AddHours(2) });

        foreach (var address in new[] { "/", "/search", "/ehc-plans", "/services/gills-open-disability-football", "/nowhere" })
        {
            (await app.UntilAsync(address, page => page.All(".alert").Count > 0)).One(".alert").TextContent.ShouldContain("The clinic in Chatham is closed.");
        }

        var kept = await app.UntilAsync("/search", page => page.Response.Headers.Contains("Age"));
        kept.All(".alert").Count.ShouldBe(1, "a page from the cache has it too");
        (await app.GetAsync("/alerts/clinic-closed-today")).Status.ShouldBe(HttpStatusCode.NotFound, "a banner has no page of its own");
        app.Clock.Move(TimeSpan.FromHours(3));
        try
        {
            (await app.GetAsync("/search")).All(".alert").ShouldBeEmpty();
        }
        finally
        {
            app.Clock.Run();
        }
    }

    private static async Task<string> LinkAsync(HttpClient client, Guid id, string handler)
    {
        var made = await (await client.PageAsync($"/staff/content/pages/{id}/share/full")).SubmitAsync(client, $"form[action*='handler={handler}']");
        made.Status.ShouldBe(HttpStatusCode.OK, made.MainText);
        return new Uri(made.One("code.as-typed").TextContent).AbsolutePath;
    }
}
