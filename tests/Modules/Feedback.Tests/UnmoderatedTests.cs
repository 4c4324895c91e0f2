using System.Net;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Medway.LocalOffer.Testing.Matrix;

namespace Medway.LocalOffer.Feedback.Tests;

[Proves("codesign")]
public sealed class UnmoderatedTests(LoggedApp app) : IClassFixture<LoggedApp>
{
    private const string Token = "xylophonegiraffe";

    private static readonly string[] Doors = ["/staff/feedback/{id}/moderate"];

    [Fact]
    public async Task UnmoderatedWords_ReachNoRoute_NoStoreInPlainWords_NoMailAndNoLog()
    {
        var id = await app.CommentAsync($"please hide the {Token}");
        using var visitor = app.CreateClient();
        using var everybody = await app.SignInAsync([.. Roles.OfStaff.Select(role => new Grant(role, Scope.Everything))]);
        List<string> shown = [];
        var asked = 0;
        foreach (var address in (await LiveEndpoint.OfAsync(app)).Where(endpoint => endpoint.Method == "GET" && !Doors.Contains(endpoint.Route)).Select(endpoint => endpoint.Address).OfType<string>())
        {
            foreach (var client in new[] { visitor, everybody })
            {
                using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Given.Now);
                asked += response.StatusCode == HttpStatusCode.OK ? 1 : 0;
                if ((await response.Content.ReadAsStringAsync(Given.Now)).Contains(Token, StringComparison.OrdinalIgnoreCase))
                {
                    shown.Add(address);
                }
            }
        }

        shown.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(100, "pages were really there");
        await app.SendMessagesAsync();
        (await EverythingStored.FindAsync(app.Services, app.ConnectionString!, [Token])).ShouldHaveSingleItem("sealed, in one place").ShouldBe("feedback.comments.Words: " + Token);
        app.Lines.ShouldAllBe(line => !line.Contains(Token, StringComparison.OrdinalIgnoreCase));
        app.Lines.ShouldNotBeEmpty();
        (await visitor.PageAsync("/search?q=hide+the+" + Token)).All("a").ShouldAllBe(link => !link.TextContent.Contains("please hide"));

        // The control: it can be seen where it may be seen, and everywhere behind the moderator once it is accepted.
        (await everybody.PageAsync($"/staff/feedback/{id}/moderate")).MainText.ShouldContain(Token);
        (await everybody.DecideAsync(id, Moderation.Accepted)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await everybody.PageAsync($"/staff/feedback/{id}")).MainText.ShouldContain(Token);
    }
}
