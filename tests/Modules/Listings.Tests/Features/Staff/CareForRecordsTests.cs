using System.Net;
using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Jobs;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Features.Staff;

/// <summary>Archiving, merging, many at once and duplicates.</summary>
[Proves("listings")]
public sealed class CareForRecordsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Archive_WithAReason_TakesItAwayAndItCanBeBroughtBack()
    {
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var at = "/staff/listings/services/" + await IdAsync("cea-card");
        (await (await publisher.PageAsync(at + "/archive")).SubmitAsync(publisher, "main form", ("direction", "away"))).Status.ShouldBe(HttpStatusCode.BadRequest, "without a reason");

        (await (await publisher.PageAsync(at + "/archive")).SubmitAsync(publisher, "main form", ("direction", "away"), ("Reason", "It closed"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await app.GetAsync("/services/cea-card")).Status.ShouldBe(HttpStatusCode.Gone);
        (await app.GetAsync("/services/cea-card/text")).Status.ShouldBe(HttpStatusCode.Gone);
        (await FoundAsync("/services/cea-card")).ShouldBeFalse();
        (await publisher.PageAsync(at)).MainText.ShouldContain("Archived. It closed");

        (await (await publisher.PageAsync(at + "/archive")).SubmitAsync(publisher, "main form", ("direction", "back"), ("Reason", "It opened again"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.GetAsync("/services/cea-card")).Status.ShouldBe(HttpStatusCode.OK);
        (await FoundAsync("/services/cea-card")).ShouldBeTrue();
    }

    [Fact]
    public async Task Archive_AnOrganisationThatStillRunsSomething_IsRefused()
    {
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var id = await WithAsync(context => context.Organisations.Where(o => o.Slug == "medway-community-healthcare").Select(o => o.Id).SingleAsync());

        var refused = await (await publisher.PageAsync($"/staff/listings/organisations/{id}/archive")).SubmitAsync(publisher, "main form", ("direction", "away"), ("Reason", "Closed"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.MainText.ShouldContain("10 live services need it");
    }

    [Fact]
    public async Task Archive_AnOrganisationAndAPlaceThatNothingNeeds_TakesThemAway()
    {
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var (organisation, place) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await WithAsync(async context =>
        {
            context.Add(new Organisation { Id = organisation, Slug = "idle-trust", Name = "Idle Trust" });
            context.Add(new Place { Id = place, Name = "Idle Hall" });
            return await context.SaveChangesAsync();
        });
        (await app.GetAsync("/organisations/idle-trust")).Status.ShouldBe(HttpStatusCode.OK, "the control");

        foreach (var at in new[] { $"/staff/listings/organisations/{organisation}", $"/staff/listings/places/{place}" })
        {
            (await (await publisher.PageAsync(at + "/archive")).SubmitAsync(publisher, "main form", ("direction", "away"), ("Reason", "Nobody is there"))).Status.ShouldBe(HttpStatusCode.Redirect, at);
            (await publisher.PageAsync(at)).MainText.ShouldContain("Archived");
        }

        (await WithAsync(context => context.Organisations.Where(row => row.Id == organisation).Select(row => row.State).SingleAsync())).ShouldBe(RecordState.Archived);
        (await WithAsync(context => context.Places.Where(row => row.Id == place).Select(row => row.State).SingleAsync())).ShouldBe(RecordState.Archived);
    }

    /// <summary>The last rung of the ladder: out of searches after six months, unless staff know better.</summary>
    [Fact]
    public async Task KeepShown_OfMany_StaysInSearchesHoweverLate_AndLetGoDoesNot()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var ids = new[] { await IdAsync("kent-autistic-trust-family-support"), await IdAsync("medway-supported-internships") };
        var late = app.Clock.Today().AddMonths(-13);
        await WithAsync(context => context.Services.Where(service => ids.Contains(service.Id)).ExecuteUpdateAsync(set => set.SetProperty(service => service.LoadedOn, late)));
        (await PostAsync(officer, await officer.PageAsync("/staff/listings/services?words=medway"), "keep", "", [ids[0]])).Status.ShouldBe(HttpStatusCode.Redirect);

        await RefreshAsync();
        (await FoundAsync("/services/kent-autistic-trust-family-support")).ShouldBeTrue("staff keep it shown");
        (await FoundAsync("/services/medway-supported-internships")).ShouldBeFalse("the control: nobody does");

        await (await officer.PageAsync($"/staff/listings/services/{ids[0]}/check")).SubmitAsync(officer, "main form", ("Do", "let-go"));
        await RefreshAsync();
        (await FoundAsync("/services/kent-autistic-trust-family-support")).ShouldBeFalse();
        (await app.GetAsync("/services/kent-autistic-trust-family-support")).Status.ShouldBe(HttpStatusCode.OK, "its page stays");
    }

    [Fact]
    public async Task Merge_OneIntoAnother_LeadsItsAddressOn()
    {
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var (one, two, three) = (await IdAsync("odeon-chatham-autism-friendly"), await IdAsync("cineworld-rochester-autism-friendly"), await IdAsync("central-theatre-assisted-access"));
        var compare = await publisher.PageAsync($"/staff/listings/services/{one}/merge?into={two}");
        compare.MainText.ShouldContain("Where the two differ");

        (await compare.SubmitAsync(publisher, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await publisher.PageAsync($"/staff/listings/services/{two}/merge?into={three}")).SubmitAsync(publisher, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.Redirect);

        foreach (var slug in new[] { "odeon-chatham-autism-friendly", "cineworld-rochester-autism-friendly" })
        {
            (await app.GetAsync("/services/" + slug)).Response.Headers.Location!.ToString().ShouldBe("/services/central-theatre-assisted-access");
            (await FoundAsync("/services/" + slug)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Merge_PlacesAndOrganisations_MoveWhatPointsAtThem()
    {
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var places = await WithAsync(context => context.Places.Where(place => context.ServicePlaces.Any(used => used.PlaceId == place.Id)).OrderBy(place => place.Id).Select(place => place.Id).Take(2).ToListAsync());
        var organisations = await WithAsync(context => context.Organisations.Where(o => o.Slug == "childline" || o.Slug.StartsWith("nspcc") || o.Slug == "carers-first" || o.Slug == "young-lives-foundation")
            .OrderBy(o => o.Slug).Select(o => new { o.Id, o.Slug }).ToListAsync());
        if (organisations.Count < 2)
        {
            organisations = await WithAsync(context => context.Organisations.OrderByDescending(o => o.Slug).Select(o => new { o.Id, o.Slug }).Take(2).ToListAsync());
        }

        (await (await publisher.PageAsync($"/staff/listings/places/{places[0]}/merge?into={places[1]}")).SubmitAsync(publisher, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await publisher.PageAsync($"/staff/listings/organisations/{organisations[0].Id}/merge?into={organisations[1].Id}")).SubmitAsync(publisher, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await WithAsync(context => context.ServicePlaces.AnyAsync(used => used.PlaceId == places[0]))).ShouldBeFalse();
        (await WithAsync(context => context.Services.AnyAsync(service => service.OrganisationId == organisations[0].Id))).ShouldBeFalse();
        (await app.GetAsync("/organisations/" + organisations[0].Slug)).Response.Headers.Location!.ToString().ShouldBe("/organisations/" + organisations[1].Slug);
    }

    [Fact]
    public async Task Merge_IntoItselfOrNothing_IsRefused()
    {
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var (id, other) = (await IdAsync("max-card"), await IdAsync("blue-badge-medway"));
        var page = await publisher.PageAsync($"/staff/listings/services/{id}/merge?into={other}");

        (await page.SubmitAsync(publisher, "main form[method=post]", ("Into", id.ToString()))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(publisher, "main form[method=post]", ("Into", Guid.CreateVersion7().ToString()))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await publisher.PageAsync($"/staff/listings/services/{id}/merge?words=blue")).MainText.ShouldContain("Blue Badge");
    }

    [Fact]
    public async Task Many_ArchivedAtOnce_AllOrNone()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var ids = new[] { await IdAsync("girlguiding-medway"), await IdAsync("kent-scouts-medway") };
        var list = await officer.PageAsync("/staff/listings/services?words=medway");
        list.MainText.ShouldContain("Do something with those that you picked");

        (await PostAsync(officer, list, "archive", "", ids)).Status.ShouldBe(HttpStatusCode.BadRequest, "without a reason");
        (await PostAsync(officer, list, "archive", "Gone", [])).Status.ShouldBe(HttpStatusCode.BadRequest, "nothing picked");
        (await PostAsync(officer, list, "archive", "Gone", [ids[0], Guid.CreateVersion7()])).Status.ShouldBe(HttpStatusCode.BadRequest, "one that is not there");
        (await FoundAsync("/services/girlguiding-medway")).ShouldBeTrue();
        (await PostAsync(officer, list, "archive", "Gone", ids)).Status.ShouldBe(HttpStatusCode.Redirect);

        (await FoundAsync("/services/girlguiding-medway")).ShouldBeFalse();
        (await FoundAsync("/services/kent-scouts-medway")).ShouldBeFalse();
        (await officer.PageAsync("/staff/listings/services?state=Archived")).MainText.ShouldContain("Girlguiding");
    }

    [Fact]
    public async Task Duplicates_TwoOfTheSame_AreFoundWithTheReasons()
    {
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        await WithAsync(async context =>
        {
            var swim = await context.Services.AsNoTracking().SingleAsync(service => service.Slug == "demelza-family-hydro-swim");
            context.Services.Add(new Service
            {
                Id = Guid.CreateVersion7(),
                Slug = "hydro-swim-again",
                OrganisationId = swim.OrganisationId,
                Name = "Demelza family hydrotherapy swim",
                Summary = "The same.",
                Kind = swim.Kind,
                Sureness = Sureness.NotChecked,
                LoadedOn = app.Clock.Today(),
                Website = swim.Website,
                Phone = swim.Phone,
            });
            return await context.SaveChangesAsync();
        });

        var page = await publisher.PageAsync("/staff/listings/duplicates");

        page.MainText.ShouldContain("Demelza family hydrotherapy swim");
        page.All("a[href*='/merge?into=']").Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Links_OfServicesAndOrganisations_AreGivenToTheChecker()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
        var links = await scope.ServiceProvider.GetServices<ILinkSource>().Single(source => source.Name == "listings").LinksAsync(TestContext.Current.CancellationToken);

        links.Count.ShouldBeGreaterThan(100);
        links.ShouldAllBe(link => link.Address.StartsWith("http", StringComparison.Ordinal) && link.StaffHref.StartsWith("/staff/listings/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("200", "0.5", "This is not in the United Kingdom")]
    [InlineData("51.38", "", "Write both numbers of the position, or none")]
    [InlineData("north", "0.5", "Write a number such as 51.38")]
    public async Task Place_ImpossiblePosition_IsRefusedAndKept(string latitude, string longitude, string message)
    {
        using var editor = await app.SignInAsAsync(Roles.Editor);

        var refused = await (await editor.PageAsync("/staff/listings/places/new")).SubmitAsync(editor, "main form", ("Name", "Nowhere"), ("Latitude", latitude), ("Longitude", longitude));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain(message);
        refused.One("[name=Latitude]").GetAttribute("value").ShouldBe(latitude);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/history")]
    [InlineData("/draft")]
    [InlineData("/archive")]
    [InlineData("/merge")]
    [InlineData("/edit")]
    public async Task Get_UnknownRecord_ReturnsNotFound(string verb)
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        foreach (var things in new[] { "services", "organisations", "places" })
        {
            (await officer.PageAsync($"/staff/listings/{things}/{Guid.CreateVersion7()}{verb}")).Status.ShouldBe(HttpStatusCode.NotFound, things);
        }

        (await officer.PageAsync($"/staff/listings/dragons/{Guid.CreateVersion7()}{verb}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.PageAsync($"/staff/listings/services/{Guid.CreateVersion7()}/check")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_WithoutTheRole_IsForbidden()
    {
        using var analyst = await app.SignInAsAsync(Roles.Analyst);
        using var author = await app.SignInAsAsync(Roles.Author);
        var id = await IdAsync("childline");
        foreach (var path in new[] { "services", "organisations", "places", "duplicates", "services/new", "organisations/new", "places/new", $"services/{id}", $"services/{id}/edit", $"services/{id}/history", $"services/{id}/check" })
        {
            (await analyst.PageAsync("/staff/listings/" + path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        foreach (var path in new[] { "duplicates", $"services/{id}/archive", $"services/{id}/merge" })
        {
            (await author.PageAsync("/staff/listings/" + path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await author.PageAsync("/staff/listings/services")).Status.ShouldBe(HttpStatusCode.OK, "the control");
        (await author.PageAsync("/staff/listings/organisations?words=medway&sort=-name")).MainText.ShouldContain("Medway Council", Case.Insensitive);
        (await author.PageAsync("/staff/listings/places?words=ME7&sort=town")).MainText.ShouldContain("Gillingham");
        (await author.PageAsync("/staff/listings/services?sort=-due&kind=advice&owner=nobody&check=good")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<Page> PostAsync(HttpClient client, Page list, string what, string reason, IEnumerable<Guid> ids)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("__RequestVerificationToken", list.One("#bulk input[name=__RequestVerificationToken]").GetAttribute("value")!), new("Do", what), new("Reason", reason),
            .. ids.Select(id => KeyValuePair.Create("Picked", id.ToString())),
        ];
        using var content = new FormUrlEncodedContent(fields);
        return await Page.ReadAsync(await client.PostAsync(new Uri("/staff/listings/services?words=medway", UriKind.Relative), content));
    }

    private async Task RefreshAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
        await scope.ServiceProvider.GetRequiredService<RefreshEntriesJob>().RunAsync(new JobContext(Guid.Empty, RefreshEntriesJob.Kind, null, "{}", 1), TestContext.Current.CancellationToken);
    }

    private Task<Guid> IdAsync(string slug) => WithAsync(context => context.Services.Where(service => service.Slug == slug).Select(service => service.Id).SingleAsync());

    private Task<bool> FoundAsync(string url) => WithAsync(context => context.SearchEntries.AnyAsync(entry => entry.Url == url));

    private async Task<T> WithAsync<T>(Func<ListingsDbContext, Task<T>> use)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
        return await use(scope.ServiceProvider.GetRequiredService<ListingsDbContext>());
    }
}
