using System.Globalization;
using System.Net;
using System.Text.Json;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Features.Exchange;

/// <summary>Another directory speaks for its own records and never for ours: a telephone number that it made up must not reach a family under our name.</summary>
[Proves("listings")]
public sealed class FeedTrustTests(App app) : IClassFixture<App>
{
    private static readonly (string, string)[] Choices = [("Source", "other-feed"), ("Kind", "advice")];

    [Fact]
    public async Task Feed_ThatNamesOurOrganisation_NeverChangesIt_AndChangesItsOwn()
    {
        var ours = await OrganisationAsync("arches-local");
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        (await officer.UploadFeedAsync(Feed("Arches Local", "Harbour Folk", ""), isTrial: false, Choices)).MainText.ShouldContain("2 in the file: 2 new");

        var again = await officer.UploadFeedAsync(Feed("Arches Local, taken over", "Harbour Folk of Hoo", "https://taken-over.example"), isTrial: false, Choices);

        again.Status.ShouldBe(HttpStatusCode.OK);
        (await OrganisationAsync("arches-local")).ShouldBe(ours);
        (await OrganisationAsync("harbour-folk")).Name.ShouldBe("Harbour Folk of Hoo", "what it brought itself, it changes");
    }

    [Fact]
    public async Task Feed_ThatSpeaksInOurOwnWords_IsBelievedOnlyWhenTheOfficerSaysItIsOurs()
    {
        var (id, slug, phone) = await ServiceAsync("medway-0-25-disability-team");
        var json = $$"""
            [ { "id": "{{id}}", "name": "Taken over", "description": "Call this number.", "organization": { "name": "Medway Council" }, "assured_date": "2026-01-26",
                "phones": [ { "number": "01632 960999" } ], "medway": { "slug": "{{slug}}", "verified": "provider" } } ]
            """;
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        (await officer.UploadFeedAsync(json, isTrial: false, Choices)).MainText.ShouldContain("1 in the file: 1 new, 0 changed", customMessage: "a service of its own");
        (await ServiceAsync(slug)).Phone.ShouldBe(phone);

        var tried = await officer.UploadFeedAsync(json, isTrial: true, ("Source", "our-own-file"), ("Kind", "advice"), ("Ours", "yes"));
        tried.MainText.ShouldContain("1 in the file: 0 new, 1 changed");
        tried.MainText.ShouldContain("This service is here already: it changes to what the file says.");
    }

    /// <param name="ours">What it calls an organisation that is ours.</param>
    /// <param name="its">What it calls one that only it knows.</param>
    /// <param name="website">Of both.</param>
    private static string Feed(string ours, string its, string website) => JsonSerializer.Serialize(new[]
    {
        Service("t1", "org-77", ours, website),
        Service("t2", "org-78", its, website),
    });

    private static object Service(string id, string organisation, string name, string website) => new
    {
        id,
        name = "Trust " + id,
        description = "Something.",
        organization = new { id = organisation, name, website },
    };

    private Task<(string Name, string? Phone, string? Email, string? Website, string? Description)> OrganisationAsync(string slug) => WithAsync(async context =>
    {
        var found = await context.Organisations.AsNoTracking().SingleAsync(organisation => organisation.Slug == slug);
        return (found.Name, found.Phone, found.Email, found.Website, found.Description);
    });

    private Task<(string Id, string Slug, string? Phone)> ServiceAsync(string slug) => WithAsync(async context =>
    {
        var found = await context.Services.AsNoTracking().SingleAsync(service => service.Slug == slug);
        return (found.Id.ToString("D", CultureInfo.InvariantCulture), found.Slug, found.Phone);
    });

    private async Task<T> WithAsync<T>(Func<ListingsDbContext, Task<T>> read)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await read(scope.ServiceProvider.GetRequiredService<ListingsDbContext>());
    }
}
