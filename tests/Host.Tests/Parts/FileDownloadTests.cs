using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Downloads;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Host.Tests.Parts;

[Collection(Site.Name)]
public sealed class FileDownloadTests(App app)
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Theory]
    [InlineData(FieldClass.Public, true, "inline", "public, max-age=31536000, immutable")]
    [InlineData(FieldClass.Public, false, "attachment", "public, max-age=31536000, immutable")]
    [InlineData(FieldClass.Special, true, "attachment", "no-store")]
    public async Task Execute_Picture_LeavesAsItsClassAllows(FieldClass fieldClass, bool asPicture, string disposition, string cache)
    {
        var (headers, body) = await SendAsync(fieldClass, "Zoë’s \"photo\".png", Picture, asPicture);

        body.ShouldBe(Picture);
        headers.ContentType.ToString().ShouldBe("image/png");
        headers.ContentLength.ShouldBe(Picture.Length);
        headers.ContentDisposition.ToString().ShouldStartWith(disposition);
        headers.ContentDisposition.ToString().ShouldContain("filename*=UTF-8''Zo%C3%AB%E2%80%99s%20photo.png");
        headers.ContentSecurityPolicy.ToString().ShouldBe("default-src 'none'; sandbox; frame-ancestors 'none'");
        headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
        headers.CacheControl.ToString().ShouldBe(cache);
    }

    [Fact]
    public async Task Execute_Text_IsNeverShownInAPage()
    {
        var (headers, _) = await SendAsync(FieldClass.Public, "notes.txt", "Some words."u8.ToArray(), asPicture: true);

        headers.ContentDisposition.ToString().ShouldStartWith("attachment");
        headers.ContentType.ToString().ShouldBe("text/plain; charset=utf-8");
    }

    private async Task<(IHeaderDictionary Headers, byte[] Body)> SendAsync(FieldClass fieldClass, string name, byte[] content, bool asPicture)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var files = scope.ServiceProvider.GetRequiredService<IFiles>();
        using var upload = new MemoryStream(content);
        var file = (await files.AddAsync(new FileRules("tests.file", fieldClass, FileTypes.All), name, upload, TestContext.Current.CancellationToken)).Value;
        var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = body } };

        await new FileDownload(files, file, asPicture).ExecuteAsync(context);

        return (context.Response.Headers, body.ToArray());
    }
}
