using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Content.Tests.Media;

/// <summary>On a machine without vipsthumbnail.</summary>
public sealed class WithoutProgramTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster) { Settings = { ["Pictures:Program"] = "no-such-program" } };

    public ValueTask InitializeAsync() => app.InitializeAsync();

    [Fact]
    public async Task Add_Picture_SaysWhyNotAndReadyzSaysWhatIsMissing()
    {
        using var editor = await app.SignInAsAsync(Roles.Author);
        (await editor.PageAsync("/staff/content/media")).MainText.ShouldContain("Pictures cannot be added at the moment");

        var page = await MediaTests.AddAsync(editor, "a.png", Files.Png(20, 20), ("Name", "A"), ("Alt", "What it shows"));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain("the program that makes them smaller is not on this machine");
        (await MediaTests.AddAsync(editor, "a.pdf", Files.Pdf, ("Name", "A form"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var ready = await app.GetAsync("/readyz");
        ready.Status.ShouldBe(HttpStatusCode.OK);
        ready.Body.ShouldBe("Degraded\npictures: vipsthumbnail is missing: pictures cannot be added (Debian: libvips-tools)");
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
