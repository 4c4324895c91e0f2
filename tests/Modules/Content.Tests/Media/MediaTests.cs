using System.Net;
using System.Text;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.CreateDocument;
using Medway.LocalOffer.Content.Features.Staff.EditDraft;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Media;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Tests.Media;

[Collection(ContentApp.Name)]
[Proves("content")]
public sealed class MediaTests(App app)
{
    [Fact]
    public async Task Add_PictureWithAPlace_IsServedInSizesWithoutThePlace()
    {
        var sent = await Files.JpegWithPlaceAsync(1300, 700);
        Encoding.ASCII.GetString(sent).ShouldContain(Files.Secret);
        using var editor = await app.SignInAsAsync(Roles.Author);

        var added = await AddAsync(editor, "way-in.jpg", sent, ("Name", "The way in"), ("Alt", "A blue door with a ramp"));

        added.Status.ShouldBe(HttpStatusCode.Redirect, added.MainText);
        var page = await editor.PageAsync(added.Response.Headers.Location!.ToString());
        page.MainText.ShouldContain("It is added.");
        page.One("p.picture img").GetAttribute("alt").ShouldBe("A blue door with a ramp");
        var files = await app.ReadAsync(context => context.Set<MediaItem>().Where(media => media.Key == "the-way-in")
            .SelectMany(media => media.Files).OrderBy(file => file.Width).Select(file => new { file.FileName, file.Width }).ToListAsync());
        files.Select(file => file.Width).ShouldBe([480, 960, 1300]);
        foreach (var file in files)
        {
            using var visitor = app.CreateClient();
            using var answer = await visitor.GetAsync(new Uri($"/media/the-way-in/{file.FileName}", UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
            answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
            answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldBe("default-src 'none'; sandbox");
            var words = Encoding.ASCII.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            words.ShouldNotContain(Files.Secret);
            words.ShouldNotContain("EXIF", Case.Sensitive);
        }
    }

    [Fact]
    public async Task Add_Pdf_IsServedToBeSavedOnly()
    {
        using var editor = await app.SignInAsAsync(Roles.Editor);
        (await AddAsync(editor, "form.pdf", Files.Pdf, ("Name", "A form to sign"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var name = await app.ReadAsync(context => context.Set<MediaItem>().Where(media => media.Key == "a-form-to-sign").SelectMany(media => media.Files).Select(file => file.FileName).SingleAsync());

        using var visitor = app.CreateClient();
        using var answer = await visitor.GetAsync(new Uri($"/media/a-form-to-sign/{name}", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentDisposition!.ToString().ShouldStartWith("attachment");
        answer.Content.Headers.ContentDisposition.FileName!.Trim('"').ShouldBe("a-form-to-sign.pdf");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldContain("nosniff");
    }

    [Theory]
    [InlineData("photo.png", "pdf", "inside it is a PDF")]
    [InlineData("photo.jpg", "png", "inside it is a PNG")]
    [InlineData("big.png", "40 million", "has 40 million dots")]
    [InlineData("broken.png", "broken", "cannot be read")]
    [InlineData("drawing.svg", "svg", "neither a picture")]
    [InlineData("page.html", "html", "neither a picture")]
    [InlineData("film.gif", "gif", "neither a picture")]
    [InlineData("run.exe", "exe", "neither a picture")]
    [InlineData("cut.jpg", "cut", "cannot be read")]
    [InlineData("form.pdf", "script in a pdf", "does something when it is opened")]
    [InlineData("", "none", "Choose a file")]
    [InlineData("huge.pdf", "huge", "The file is too big: 21 MB, and 20 MB is the most")]
    public async Task Add_BadFile_SaysWhatToDoAndKeepsTheWords(string name, string content, string words)
    {
        using var editor = await app.SignInAsAsync(Roles.Author);

        var page = await AddAsync(editor, name, Bad(content), ("Name", "My picture"), ("Alt", "What it shows"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary a[href='#f-File']").TextContent.ShouldContain(words);
        page.One("[name=Name]").GetAttribute("value").ShouldBe("My picture");
        page.One("[name=Alt]").TextContent.Trim().ShouldBe("What it shows");
    }

    [Theory]
    [InlineData("", null, "Say what the picture shows")]
    [InlineData("Words", "yes", "has no words")]
    [InlineData("IMG_1234.jpg", null, "name of a file")]
    public async Task Add_PictureWithoutAChoice_IsRefused(string alt, string? decorative, string words)
    {
        using var editor = await app.SignInAsAsync(Roles.Author);
        var page = await AddAsync(editor, "a.png", Files.Png(20, 20), ("Name", "A"), ("Alt", alt), ("Decorative", decorative));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary a").TextContent.ShouldContain(words);
    }

    [Fact]
    public async Task Delete_UsedInADraft_IsRefusedUntilItIsTakenOut()
    {
        using var editor = await app.SignInAsAsync(Roles.Editor);
        var added = await AddAsync(editor, "map.png", Files.Png(600, 300), ("Name", "Map of Gun Wharf"), ("Alt", "Gun Wharf by the river"));
        var address = added.Response.Headers.Location!.ToString().Split('?')[0];
        var who = Guid.CreateVersion7();
        var page = (await app.SendAsync(who, Roles.Editor, new CreateDocument(nameof(DocumentKind.Page), "", "Where we are now", "", "the SEN team", 6))).Value;
        var based = await HeadAsync(page);
        var saved = await app.SendAsync(who, Roles.Editor, new SaveDraft(page, VariantKey.Full, based, new DraftFields("Where we are now", "Where.", "![](media:map-of-gun-wharf)\n\nNot media:map-of-gun-wharf-2.")));
        saved.IsOk.ShouldBeTrue();

        var view = await editor.PageAsync(address);
        view.MainText.ShouldContain("Where we are now (draft)");
        var refused = await view.SubmitAsync(editor, "form[action$='handler=Delete']");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.One(".summary").TextContent.ShouldContain("It is used in 1 text");

        (await app.SendAsync(who, Roles.Editor, new SaveDraft(page, VariantKey.Full, saved.Value, new DraftFields("Where we are now", "Where.", "Nothing.")))).IsOk.ShouldBeTrue();
        var deleted = await (await editor.PageAsync(address)).SubmitAsync(editor, "form[action$='handler=Delete']");
        deleted.Status.ShouldBe(HttpStatusCode.Redirect);
        (await editor.PageAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Change_Words_ShowsThemAndRefusesWhatIsOld()
    {
        using var editor = await app.SignInAsAsync(Roles.Author);
        var added = await AddAsync(editor, "b.png", Files.Png(30, 30), ("Name", "Swings in the park"), ("Alt", "Two swings"));
        var address = added.Response.Headers.Location!.ToString().Split('?')[0];
        var first = await editor.PageAsync(address);
        var second = await editor.PageAsync(address);

        (await first.SubmitAsync(editor, "form[novalidate]", ("Alt", "Two red swings"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var late = await second.SubmitAsync(editor, "form[novalidate]", ("Alt", "Green swings"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.One("[name=Alt]").TextContent.Trim().ShouldBe("Green swings");
        (await editor.PageAsync("/staff/content/media?kind=picture")).MainText.ShouldContain("Two red swings");
    }

    [Theory]
    [InlineData("/media/none/none.webp")]
    [InlineData("/media/..%2f..%2fetc/passwd")]
    [InlineData("/staff/content/media/00000000-0000-0000-0000-000000000001")]
    public async Task Get_Unknown_IsNotFound(string address)
    {
        using var editor = await app.SignInAsAsync(Roles.Author);
        (await editor.PageAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Guid?> HeadAsync(Guid document) => await app.ReadAsync(async context =>
        (await context.Variants.SingleAsync(variant => variant.DocumentId == document && variant.Key == VariantKey.Full)).HeadId);

    internal static async Task<Page> AddAsync(HttpClient client, string name, byte[] file, params (string Name, string? Value)[] fields)
    {
        var form = await client.PageAsync("/staff/content/media/add");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.One("input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" },
        };
        if (name.Length > 0)
        {
            content.Add(new ByteArrayContent(file), "File", name);
        }

        (string, string?)[] usual = [("Name", "A picture"), ("Alt", ""), ("Owner", "the SEN team"), ("Source", "Made by us")];
        foreach (var (field, value) in usual.Where(usual => !fields.Any(given => given.Name == usual.Item1)).Concat(fields.Select(field => (field.Name, field.Value))))
        {
            if (value is not null)
            {
                content.Add(new StringContent(value), field);
            }
        }

        return await Page.ReadAsync(await client.PostAsync(new Uri("/staff/content/media/add", UriKind.Relative), content));
    }

    private static byte[] Bad(string content) => content switch
    {
        "pdf" => Files.Pdf,
        "script in a pdf" => [.. Files.Pdf, .. "2 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj"u8],
        "png" => Files.Png(10, 10),
        "40 million" => Files.PngThatSays(8000, 5000),
        "broken" => Files.PngThatSays(100, 100),
        "svg" => [.. "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8],
        "html" => [.. "<html><script>alert(1)</script></html>"u8],
        "gif" => [.. "GIF89a\u0001\0\u0001\0"u8],
        "exe" => [.. "MZ\0\0"u8],
        "cut" => [0xFF, 0xD8, 0xFF, 0xE0, 0x00],
        "huge" => [.. Files.Pdf, .. new byte[21 * 1024 * 1024]],
        _ => [],
    };
}
