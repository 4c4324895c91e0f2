using System.Net;
using System.Text;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Features.Exchange;

/// <summary>A Local Offer officer loads another directory's feed, over HTTP.</summary>
[Proves("listings")]
public sealed class LoadServicesTests(App app) : IClassFixture<App>
{
    private static readonly (string, string)[] AsAdvice = [("Source", "example-feed"), ("Kind", "advice")];

    [Fact]
    public async Task Feed_TriedThenLoadedThenLoadedAgain_IsThereOnce()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        (await officer.PageAsync("/staff/listings/services")).All("a[href='/staff/listings/import']").ShouldNotBeEmpty("it must be reachable");

        var tried = await officer.UploadFeedAsync(FeedSample.Three, isTrial: true, AsAdvice);
        tried.Status.ShouldBe(HttpStatusCode.OK);
        tried.MainText.ShouldContain("This is what it would do 2 in the file: 2 new, 0 changed, 0 as before or left out.");
        tried.MainText.ShouldContain("schedules[2]: It ends before it starts.");
        (await app.GetAsync("/services/harbour-signing-choir")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await officer.UploadFeedAsync(FeedSample.Three, isTrial: false, AsAdvice)).MainText.ShouldContain("It is loaded 2 in the file: 2 new");
        var page = await app.GetAsync("/services/harbour-signing-choir");
        page.Heading.ShouldBe("Harbour Signing Choir");
        page.MainText.ShouldContain("We’ll help you start.");
        page.Body.ShouldNotContain("alert(1)");
        (await app.GetAsync("/search?q=harbour+signing+choir")).All("a[href='/services/harbour-signing-choir']").ShouldNotBeEmpty();
        (await officer.PageAsync("/staff/imports")).MainText.ShouldContain("services.dat");

        // An organisation is known by its name too: the second record names it in other letters.
        (await WithAsync(context => context.Organisations.CountAsync(organisation => organisation.Slug == "example-harbour-trust"))).ShouldBe(1);
        var before = await CountAsync();
        (await officer.UploadFeedAsync(FeedSample.Three, isTrial: false, AsAdvice)).MainText.ShouldContain("2 in the file: 0 new, 0 changed, 2 as before");
        (await CountAsync()).ShouldBe(before);

        // What its source says anew changes that service, its organisation and its place, and nothing else.
        var anew = FeedSample.Three.Replace("Harbour Signing Choir", "Harbour Sign Choir", StringComparison.Ordinal)
            .Replace("Example Harbour Trust", "Example Haven Trust", StringComparison.Ordinal).Replace("Harbour Hall", "Haven Hall", StringComparison.Ordinal);
        (await officer.UploadFeedAsync(anew, isTrial: false, AsAdvice)).MainText.ShouldContain("2 in the file: 0 new, 1 changed, 1 as before");
        (await CountAsync()).ShouldBe(before);
        var (name, organisation, place) = await WithAsync(async context => (
            (await context.Services.SingleAsync(service => service.Slug == "harbour-signing-choir")).Name,
            (await context.Organisations.SingleAsync(o => o.Slug == "example-harbour-trust")).Name,
            (await context.Places.SingleAsync(p => p.Postcode == "ME7 1HF" && p.Address == "1 Example Quay")).Name));
        (name, organisation, place).ShouldBe(("Harbour Sign Choir", "Example Haven Trust", "Haven Hall"));

        // Its source says that it is closed.
        var closed = anew.Replace("\"status\": \"active\"", "\"status\": \"defunct\"", StringComparison.Ordinal);
        (await officer.UploadFeedAsync(closed, isTrial: false, AsAdvice)).MainText.ShouldContain("2 in the file: 0 new, 1 changed, 1 as before");
        (await WithAsync(context => context.Services.Where(service => service.Slug == "harbour-signing-choir").Select(service => service.State).SingleAsync())).ShouldBe(RecordState.Archived);
        (await WithAsync(context => context.SearchEntries.CountAsync(entry => entry.Url == "/services/harbour-signing-choir"))).ShouldBe(0);
    }

    [Fact]
    public async Task Feed_WithRecordsThatCannotBeRead_IsRefusedOrLoadedWithoutThem()
    {
        const string Json = """
            [ { "id": "mix-1", "name": "Mixed Feed One", "description": "Good.", "organization": { "id": "m", "name": "Mixed" } },
              { "id": "mix-2", "description": "It has no name.", "organization": { "id": "m", "name": "Mixed" } },
              { "id": "mix-1", "name": "Mixed Feed One Again", "description": "It has an id that was there.", "organization": { "id": "m", "name": "Mixed" } },
              { "id": "mix-4", "name": "Mixed Feed One", "description": "It has a name that was there.", "organization": { "id": "m", "name": "Mixed" } } ]
            """;
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var before = await CountAsync();

        var refused = await officer.UploadFeedAsync(Json, isTrial: false, AsAdvice);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("Nothing was loaded 2 things have to be put right first.");
        refused.MainText.ShouldContain("Record 2 (mix-2), name: It has no name.");
        refused.MainText.ShouldContain("Record 3 (mix-1), id: Record 1 has this id too. The first of them counts.");
        refused.One("#f-Source").GetAttribute("value").ShouldBe("example-feed", "what was typed stays");
        (await CountAsync()).ShouldBe(before);

        var loaded = await officer.UploadFeedAsync(Json, isTrial: false, [.. AsAdvice, ("LeaveOut", "yes")]);
        loaded.MainText.ShouldContain("It is loaded 4 in the file: 2 new, 0 changed, 2 as before or left out.");
        loaded.MainText.ShouldContain("Record 2 (mix-2), name: It has no name.");
        (await app.GetAsync("/services/mixed-feed-one")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.GetAsync("/services/mixed-feed-one-2")).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Organisations that are each other's parent, terms below themselves, a service inside itself, one service under two spellings of its id.</summary>
    [Fact]
    public async Task Feed_ThatRunsInCircles_IsLoadedOnce()
    {
        const string Json = """
            [ { "id": "9b0d6d0e-3d9b-4c1e-9f4a-2f3f0b9a1caa", "name": "Circle Choir", "description": "Singing.", "medway": { "slug": "circle-choir" },
                "organization": { "id": "circle-1", "name": "Circle Trust", "parent_organization_id": "circle-2" },
                "attributes": [ { "taxonomy_term": { "id": "t1", "code": "activity", "parent_id": "t2" } }, { "taxonomy_term": { "id": "t2", "name": "Arts", "parent_id": "t1" } } ],
                "service_at_locations": [ { "location": { "id": "l", "name": "Circle Hall" }, "service": { "id": "9b0d6d0e-3d9b-4c1e-9f4a-2f3f0b9a1caa", "service_at_locations": [ { "location": { "id": "l" } } ] } } ] },
              { "id": "circle-b", "name": "Circle Band", "description": "Playing.", "organization": { "id": "circle-2", "name": "Circle Union", "parent_organization_id": "circle-1" } } ]
            """;
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        (await officer.UploadFeedAsync(Json, isTrial: false, [.. AsAdvice, ("Ours", "yes")])).MainText.ShouldContain("It is loaded 2 in the file: 2 new");
        (await officer.UploadFeedAsync(Json, isTrial: false, [.. AsAdvice, ("Ours", "yes")])).MainText.ShouldContain("2 in the file: 0 new, 0 changed, 2 as before");
        (await app.GetAsync("/services/circle-choir")).MainText.ShouldContain("Circle Hall");

        var twice = Json.Replace("Singing.", "Singing again.", StringComparison.Ordinal)
            .Replace("\"id\": \"circle-b\", ", "\"id\": \"9B0D6D0E-3D9B-4C1E-9F4A-2F3F0B9A1CAA\", \"medway\": { \"slug\": \"circle-choir\" }, ", StringComparison.Ordinal);
        var refused = await officer.UploadFeedAsync(twice, isTrial: false, [.. AsAdvice, ("Ours", "yes")]);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("Another record of the file is this same service here.");
        (await officer.UploadFeedAsync(twice, isTrial: false, [.. AsAdvice, ("Ours", "yes"), ("LeaveOut", "yes")])).MainText.ShouldContain("2 in the file: 0 new, 1 changed, 1 as before or left out");
    }

    [Theory]
    [InlineData("""[ { "id": "half-1", "name": "Half One", "description": "Good.", "organization": { "name": "Half" } }, { "id": "ha""", "openreferral", "Record 2: From here on the file cannot be read")]
    [InlineData("not json", "openreferral", "Record 1: From here on the file cannot be read")]
    [InlineData("{\"a\":1}", "openreferral", "There is no list of services in this file")]
    [InlineData("""[ { "id": "k", "name": "No kind", "description": "x", "organization": { "name": "x" } } ]""", "openreferral", "It does not say in our words what kind of help it is")]
    [InlineData("id\nx", "listings", "There is no column service_name")]
    [InlineData("", "openreferral", "Choose a file that holds something")]
    [InlineData("x", "spreadsheet", "Choose what kind of file it is")]
    public async Task File_ThatCannotBeRead_LeavesNothingBehind(string content, string format, string words)
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var before = await CountAsync();

        foreach (var isTrial in new[] { true, false })
        {
            var page = await officer.UploadAsync(Encoding.UTF8.GetBytes(content), format, isTrial, ("LeaveOut", "yes"), ("Source", "bad-feed"), ("Kind", ""));
            page.MainText.ShouldContain(words);
        }

        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Choices_ThatAreWrong_AreNamed()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var page = await officer.UploadFeedAsync(FeedSample.One, isTrial: true, ("Source", "Not a name!"), ("Kind", "space travel"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain("Write a short name for where it comes from");
        page.MainText.ShouldContain("Choose one of the kinds of help");
    }

    private async Task<string> CountAsync() => await WithAsync(async context => string.Join(' ', [
        await context.Services.CountAsync(), await context.Organisations.CountAsync(), await context.Places.CountAsync(), await context.ForeignIds.CountAsync(),
        await context.Sessions.CountAsync(), await context.CostOptions.CountAsync(), await context.SearchEntries.CountAsync()]));

    private async Task<T> WithAsync<T>(Func<ListingsDbContext, Task<T>> read)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await read(scope.ServiceProvider.GetRequiredService<ListingsDbContext>());
    }
}
