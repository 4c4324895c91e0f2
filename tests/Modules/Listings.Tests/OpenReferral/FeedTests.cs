using System.Net;
using System.Text.Json.Nodes;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.OpenReferral;

/// <summary>What the schemas cannot say: that lists are whole, filters filter, ids resolve, and nothing private leaves.</summary>
[Collection(Reading.Name)]
[Proves("listings")]
public sealed class FeedTests(App app)
{
    private static readonly string[] Lists = ["/services", "/service_at_locations", "/organizations", "/taxonomies", "/taxonomy_terms"];

    [Fact]
    public async Task Get_Root_SaysWhichStandard()
    {
        var (response, body) = await app.FeedAsync("");
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        var about = body!;
        ((string)about["version"]!).ShouldBe("HSDS-UK-3.0");
        Uri.IsWellFormedUriString((string)about["profile"]!, UriKind.Absolute).ShouldBeTrue();
        Uri.IsWellFormedUriString((string)about["openapi_url"]!, UriKind.Absolute).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/services", 60)]
    [InlineData("/service_at_locations", 60)]
    [InlineData("/organizations", 50)]
    [InlineData("/taxonomies", 3)]
    [InlineData("/taxonomy_terms", 20)]
    public async Task Lists_WalkedTwice_AreWholeAndInOneOrder(string list, int perPage)
    {
        var first = await app.WalkAsync(list, perPage);
        var again = await app.WalkAsync(list, perPage);
        first.Count.ShouldBeGreaterThan(3);
        first.Select(item => item.Id()).Distinct().Count().ShouldBe(first.Count);
        again.Select(item => item.Id()).ShouldBe(first.Select(item => item.Id()));
        first.ShouldAllBe(item => Guid.Parse(item.Id()).ToString("D") == item.Id());
        first.SelectMany(item => FeedJson.Nulls(item)).ShouldBeEmpty();
    }

    [Fact]
    public void Nulls_AreSeen() => FeedJson.Nulls(JsonNode.Parse("""{"a":[1,null],"b":{"c":null}}""")).ShouldBe([".a[1]", ".b.c"]);

    [Fact]
    public async Task EveryListedId_AnswersByItself_WithTheSame()
    {
        foreach (var list in Lists)
        {
            foreach (var item in (await app.ReadAsync($"{list}?per_page=8"))["contents"]!.AsArray())
            {
                var one = await app.ReadAsync($"{list}/{item!.Id()}");
                foreach (var field in new[] { "name", "status", "last_modified" })
                {
                    one[field]?.ToJsonString().ShouldBe(item![field]?.ToJsonString(), $"{list}/{item.Id()} {field}");
                }
            }
        }
    }

    [Fact]
    public async Task EveryTermAndOrganization_OfServices_Resolves()
    {
        var terms = (await app.WalkAsync("/taxonomy_terms", 100)).Select(term => term.Id()).ToHashSet();
        var organizations = (await app.WalkAsync("/organizations", 100)).Select(organization => organization.Id()).ToHashSet();
        foreach (var service in await app.WalkAsync("/services", 100))
        {
            organizations.ShouldContain((string)service["organization_id"]!);
            service["attributes"]!.AsArray().ShouldAllBe(attribute => terms.Contains((string)attribute!["taxonomy_term_id"]!));
        }
    }

    [Fact]
    public async Task Service_FindsItself_AndNotByATermItLacks()
    {
        var service = (await app.WalkAsync("/services", 100)).First(service => service["minimum_age"] is not null && service["service_at_locations"] is not null
            && service["attributes"]!.AsArray().Any(attribute => (string?)attribute!["taxonomy_term"]!["code"] == "autism"));
        var id = service.Id();
        (await FoundAsync($"/services?search={Uri.EscapeDataString((string)service["name"]!)}")).ShouldContain(id);
        (await FoundAsync($"/services?text={Uri.EscapeDataString(((string)service["name"]!).Split(' ')[0])}&per_page=100")).ShouldContain(id);
        (await FoundAsync($"/services?minimum_age={service["minimum_age"]}&per_page=100")).ShouldContain(id);
        (await FoundAsync($"/services?organization_id={service["organization_id"]}&per_page=100")).ShouldContain(id);

        var has = service["attributes"]!.AsArray().Select(attribute => (string)attribute!["taxonomy_term_id"]!).ToHashSet();
        (await FoundAsync($"/services?taxonomy_term_id={has.First()}&per_page=100")).ShouldContain(id);
        var lacks = (await app.WalkAsync("/taxonomy_terms", 100)).Select(term => term.Id()).First(term => !has.Contains(term));
        (await FoundAsync($"/services?taxonomy_term_id={lacks}&per_page=100")).ShouldNotContain(id);
    }

    [Fact]
    public async Task Service_FindsItself_ByItsDayAndTime_AndNotByOthers()
    {
        var service = (await app.WalkAsync("/services", 100)).First(service => service["schedules"] is JsonArray { Count: 1 });
        var (id, schedule) = (service.Id(), service["schedules"]![0]!);
        var day = ((string)schedule["byday"]!)[^2..];

        (await FoundAsync($"/services?day={day}&start_time={schedule["opens_at"]}&per_page=100")).ShouldContain(id);
        (await FoundAsync($"/services?day={day}&end_time=23:59&per_page=100")).ShouldContain(id);
        (await FoundAsync($"/services?day={(day == "MO" ? "TU" : "MO")}&per_page=100")).ShouldNotContain(id);
        (await FoundAsync($"/services?day={day}&start_time=23:58&per_page=100")).ShouldNotContain(id);
    }

    /// <summary>What the UK profile leaves out has names in HSDS 3.0: phone, who can come, how to get it, waits, languages. What is ours alone stays in files.</summary>
    [Fact]
    public async Task Services_SayWhatTheProfileLacks_ByTheStandardsOwnNames()
    {
        var services = await app.WalkAsync("/services", 100);

        services.ShouldContain(service => service["phones"] != null && (string?)service["phones"]![0]!["number"] != null);
        services.ShouldContain(service => service["application_process"] != null);
        services.ShouldContain(service => service["fees_description"] != null);
        services.ShouldAllBe(service => service["medway"] == null);
    }

    [Fact]
    public async Task Postcode_FindsWhatIsNear_AndNotWhatIsFar()
    {
        var all = await app.WalkAsync("/service_at_locations", 100);
        var near = all.First(at => at["location"]!["addresses"] is not null && at["location"]!["latitude"] is not null);
        var postcode = (string)near["location"]!["addresses"]![0]!["postal_code"]!;
        var found = (await app.ReadAsync($"/service_at_locations?postcode={Uri.EscapeDataString(postcode)}&proximity=1000&per_page=100"))["contents"]!.AsArray();
        found.Select(at => at!.Id()).ShouldContain(near.Id());
        found.Count.ShouldBeLessThan(all.Count);
    }

    [Fact]
    public async Task Get_TextWithANul_IsReadWithoutIt() =>
        (await app.FeedAsync("/services?text=%00football")).Response.StatusCode.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("/services?page=0", "page")]
    [InlineData("/services?page=1000000000", "page")]
    [InlineData("/services?per_page=many", "per_page")]
    [InlineData("/services?minimum_age=-1", "minimum_age")]
    [InlineData("/services?modified_after=yesterday", "modified_after")]
    [InlineData("/services?taxonomy_term_id=1", "taxonomy_term_id")]
    [InlineData("/services?day=someday", "day")]
    [InlineData("/services?start_time=25:00", "start_time")]
    [InlineData("/service_at_locations?postcode=ZZ99%209ZZ", "postcode")]
    [InlineData("/service_at_locations?proximity=10", "proximity")]
    public async Task Get_WhatCannotBeRead_IsNamed(string path, string field)
    {
        var (response, body) = await app.FeedAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        body!["errors"]![field].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/services/0198aaaa-0000-7000-8000-000000000000")]
    [InlineData("/services/not-an-id")]
    [InlineData("/taxonomies/not-an-id")]
    [InlineData("/nothing/here")]
    public async Task Get_WhatIsNotThere_IsNotFoundInJson(string path)
    {
        var (response, _) = await app.FeedAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
    }

    [Fact]
    public async Task Get_PastTheEnd_IsAnEmptyPage()
    {
        var page = await app.ReadAsync("/services?page=900&fruit=apple");
        ((bool)page["empty"]!).ShouldBeTrue();
        page["contents"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_WithTheTagOfLastTime_IsNotModified()
    {
        var (first, _) = await app.FeedAsync("/services");
        var tag = first.Headers.ETag!.ToString();
        (await app.FeedAsync("/services", ("If-None-Match", tag))).Response.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await app.FeedAsync("/services?page=2", ("If-None-Match", tag))).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ModifiedAfter_WalkedByItsLinks_GivesEachServiceOnce()
    {
        var all = (await app.WalkAsync("/services", 100)).Select(service => service.Id()).ToHashSet();
        List<string> walked = [];
        for (var path = "/services?modified_after=2000-01-01&per_page=40"; ;)
        {
            var (response, body) = await app.FeedAsync(path);
            walked.AddRange(body!["contents"]!.AsArray().Select(service => service!.Id()));
            if (!response.Headers.TryGetValues("Link", out var links))
            {
                break;
            }

            path = links.Single().Split('>')[0].TrimStart('<')["/openreferral".Length..];
        }

        walked.Count.ShouldBe(all.Count);
        walked.ToHashSet().SetEquals(all).ShouldBeTrue();
    }

    private async Task<List<string>> FoundAsync(string path) => [.. (await app.ReadAsync(path))["contents"]!.AsArray().Select(service => service!.Id())];
}

/// <summary>On a host of its own, because it changes records.</summary>
[Proves("listings")]
public sealed class FeedPrivacyTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync() => await app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task WhatStaffWrote_AndWhatWasArchived_NeverLeaves()
    {
        const string Note = "zebra-note-for-staff";
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ListingsDbContext>();
        var services = await context.Services.OrderBy(service => service.Name).Take(2).ToListAsync(TestContext.Current.CancellationToken);
        var before = (await app.ReadAsync($"/services/{services[0].Id:D}"))["last_modified"]!.ToString();
        services[0].SourceNote = Note;
        services[0].Summary = "zebra-summary-for-all";
        services[1].State = RecordState.Archived;
        services[1].ArchivedBecause = Note;
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        var feed = string.Concat((await app.WalkAsync("/services", 100)).Select(service => service.ToJsonString()));
        feed.ShouldContain("zebra-summary-for-all");
        feed.ShouldNotContain(Note);
        feed.ShouldNotContain(services[1].Id.ToString("D"));
        (await app.FeedAsync($"/services/{services[1].Id:D}")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.ReadAsync($"/services/{services[0].Id:D}"))["last_modified"]!.ToString().ShouldNotBe(before);
    }

    [Fact]
    public async Task APlaceThatChanges_ChangesItsServices()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ListingsDbContext>();
        var at = await context.ServicePlaces.Include(link => link.Place).FirstAsync(TestContext.Current.CancellationToken);
        var before = await context.ServiceChanges.AsNoTracking().SingleAsync(change => change.ServiceId == at.ServiceId, TestContext.Current.CancellationToken);
        at.Place!.Town = "Zebraville";
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        (await context.ServiceChanges.AsNoTracking().SingleAsync(change => change.ServiceId == at.ServiceId, TestContext.Current.CancellationToken)).ChangedAt.ShouldBeGreaterThan(before.ChangedAt);
    }
}
