using System.Net;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Feedback.Tests;

public sealed class DemoTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster) { WithFamilies = true };

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Demo_ShowsSomethingOnEveryPage()
    {
        (await app.GetAsync("/you-said-we-did")).All("main section h3").Count.ShouldBe(2);
        (await app.GetAsync("/you-said-we-did/easy-read")).MainText.ShouldContain("We will do this by");
        (await app.GetAsync("/you-said-we-did")).MainText.ShouldContain("About 5 people said this.");
        using var everybody = await app.SignInAsync([.. Roles.OfStaff.Select(role => new Grant(role, Scope.Everything))]);
        foreach (var address in new[] { "/staff/feedback", "/staff/feedback/moderate", "/staff/feedback/worries", "/staff/feedback/themes", "/staff/feedback/pages", "/staff/complaints", "/staff/data-complaints", "/staff/feedback/working-group" })
        {
            var page = await everybody.PageAsync(address);
            page.Status.ShouldBe(HttpStatusCode.OK, address);
            page.All("main tbody tr").ShouldNotBeEmpty(address);
        }

        (await everybody.PageAsync("/staff/complaints")).All(".state--late").ShouldNotBeEmpty();
        (await everybody.PageAsync("/staff/feedback/moderate")).MainText.ShouldContain(CommentWords.Of(CommentKind.Thanks));
    }
}
