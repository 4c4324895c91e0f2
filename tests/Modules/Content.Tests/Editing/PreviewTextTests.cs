using System.Net;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Tests.Editing;

[Collection(ContentApp.Name)]
[Proves("content")]
public sealed class PreviewTextTests(App app)
{
    [Fact]
    public async Task Post_WhatIsTyped_ShowsThePageAndItsChecksAndSavesNothing()
    {
        var (id, before) = await SomePageAsync();
        using var author = await app.SignInAsAsync(Roles.Author);

        var preview = await PreviewAsync(author, id, "full", "## Where to ask\n\nSee [here](/a).\n\n:::info Good to know\nYou can ask.\n:::");

        preview.Status.ShouldBe(HttpStatusCode.OK);
        preview.Heading.ShouldBe("A new title");
        preview.One(".note .note__title svg").ShouldNotBeNull();
        preview.One("#text-problems").TextContent.ShouldContain("do not say where the link leads");
        preview.One("article h2#where-to-ask").TextContent.ShouldBe("Where to ask");
        preview.One(".ways").TextContent.ShouldContain("Get this another way");
        (await app.ReadAsync(context => context.Revisions.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Post_UnsafeText_IsNamedAndNothingOfItIsPrinted()
    {
        var (id, _) = await SomePageAsync();
        using var author = await app.SignInAsAsync(Roles.Author);
        var preview = await PreviewAsync(author, id, "full", "Words.\n\n<script>alert('x')</script>");
        preview.One("#text-problems").TextContent.ShouldContain("Line 3: HTML cannot be used here");
        preview.Body.ShouldNotContain("alert('x')");
    }

    [Fact]
    public async Task Post_EasyRead_IsDrawnWithItsPictures()
    {
        var (id, _) = await SomePageAsync();
        using var author = await app.SignInAsAsync(Roles.Author);
        var preview = await PreviewAsync(author, id, "easy_read", ":::idea d-school School\nSchool must help you first.\n:::\n\n:::idea d-no-such Nothing\nIt is so.\n:::");
        preview.One("article.easy ul.easy__list svg.draw use").GetAttribute("href")!.ShouldEndWith("#d-school");
        preview.One("#text-problems").TextContent.ShouldContain("There is no drawing called “d-no-such”");
    }

    [Fact]
    public async Task Post_Arabic_IsReadFromTheRightAndTheWordsAroundItAreNot()
    {
        var (id, _) = await SomePageAsync();
        using var author = await app.SignInAsAsync(Roles.Author);
        var preview = await PreviewAsync(author, id, "ar", "## مرحبا\n\nمرحبا بكم.");
        preview.One("article [data-listen-text][lang=ar][dir=rtl] h2").ShouldNotBeNull();
        preview.One(".ways").Closest("[dir=rtl]").ShouldBeNull();
    }

    [Fact]
    public async Task Save_OneMegabyte_SaysWhatToDoAndKeepsEveryCharacter()
    {
        var (id, _) = await SomePageAsync();
        using var author = await app.SignInAsAsync(Roles.Author);
        var text = string.Concat(Enumerable.Repeat("All of this is mine.\n", 50_000));

        var form = await author.PageAsync($"/staff/content/pages/{id}/edit/full");
        var refused = await form.SubmitAsync(author, "form[data-autosave]", ("Body", text));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("This page is too long");
        refused.One("textarea[name=Body]").TextContent.Trim().ShouldBe(text.Trim());
    }

    [Fact]
    public async Task Editor_HasATextAreaThatWorksAloneAndToolsThatWaitForScript()
    {
        var (id, _) = await SomePageAsync();
        using var author = await app.SignInAsAsync(Roles.Author);
        var form = await author.PageAsync($"/staff/content/pages/{id}/edit/full");
        form.One("[data-editor] textarea[name=Body]").ShouldNotBeNull();
        form.One("[data-tools]").HasAttribute("hidden").ShouldBeTrue();
        form.All("[data-tools] [role=toolbar] button").Count.ShouldBeGreaterThan(5);
        form.One("button[formaction$='/preview-text/full']").ShouldNotBeNull();
    }

    private async Task<(Guid Id, int Revisions)> SomePageAsync() => await app.ReadAsync(async context => (
        await context.Documents.Where(document => document.Kind == DocumentKind.Page).OrderBy(document => document.Path).Select(document => document.Id).FirstAsync(),
        await context.Revisions.CountAsync()));

    private static async Task<Page> PreviewAsync(HttpClient client, Guid id, string variant, string body)
    {
        var form = await client.PageAsync($"/staff/content/pages/{id}/edit/full");
        using var content = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", form.One("input[name=__RequestVerificationToken]").GetAttribute("value")!),
            new("Title", "A new title"), new("Summary", "One sentence."), new("Body", body),
        ]);
        return await Page.ReadAsync(await client.PostAsync(new Uri($"/staff/content/pages/{id}/preview-text/{variant}", UriKind.Relative), content));
    }
}
