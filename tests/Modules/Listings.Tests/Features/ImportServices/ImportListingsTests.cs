using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Features.ImportServices;
using Medway.LocalOffer.Listings.Seeding;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Features.ImportServices;

[Trait("Proves", "foundation")]
public sealed class ImportListingsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Import_DryRun_WritesNothingAndTheSameFileForRealDoes()
    {
        var file = ServicesCsv.File(ServicesCsv.Row("dry-one", ("town", "Strood")), ServicesCsv.Row("dry-two"));
        var before = await CountRowsAsync();

        var dry = await ImportAsync(file, dryRun: true);

        dry.ShouldBe(new ImportReport(2, 2, 0, 0, dry.Problems));
        dry.Problems.ShouldBeEmpty();
        (await CountRowsAsync()).ShouldBe(before);
        (await app.GetAsync("/services/dry-one")).Response.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);

        (await ImportAsync(file)).Added.ShouldBe(2);
        (await CountRowsAsync()).ShouldBeGreaterThan(before);
        (await app.GetAsync("/services/dry-one")).Heading.ShouldBe("Tide club");
    }

    [Fact]
    public async Task Import_OneBadRow_IsNamedAndNothingIsHalfDone()
    {
        var before = await CountRowsAsync();

        var report = await ImportAsync(ServicesCsv.File(ServicesCsv.Row("bad-one"), ServicesCsv.Row("bad-two", ("age_min", "eight")), ServicesCsv.Row("bad-three")));

        report.Problems.ShouldBe([new ImportProblem(3, "age_min", "'eight' is not a whole number from 0 to 25. Write 8.")]);
        report.Added.ShouldBe(0);
        (await CountRowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Import_BrokenHalfWay_LeavesNothing()
    {
        var before = await CountRowsAsync();

        // The second batch breaks on a service that is in the database with this id, under another address, and known to no source.
        await WithAsync(async context =>
        {
            var organisation = await context.Organisations.Select(o => o.Id).FirstAsync();
            context.Services.Add(new Service
            {
                Id = NaturalKey.Service("half-1500"),
                Slug = "half-way",
                OrganisationId = organisation,
                Name = "x",
                Summary = "x",
                Kind = "advice",
                Sureness = Sureness.NotChecked,
            });
            await context.SaveChangesAsync();
        });
        var rows = Enumerable.Range(0, 1600).Select(number => ServicesCsv.Row($"half-{number}"));

        (await Should.ThrowAsync<Npgsql.PostgresException>(() => ImportAsync(ServicesCsv.File(rows)))).SqlState.ShouldBe(Npgsql.PostgresErrorCodes.UniqueViolation);

        (await CountRowsAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Import_SameFileTwice_ChangesNothing()
    {
        var file = ServicesCsv.File(ServicesCsv.Row("twice-one", ("needs", "autism;any"), ("accessibility", "parking")), ServicesCsv.Row("twice-two", ("cost", "free")));
        await ImportAsync(file);
        var before = await CountRowsAsync();

        var again = await ImportAsync(file);

        (again.Added, again.Changed, again.Unchanged).ShouldBe((0, 0, 2));
        (await CountRowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Import_ChangedRow_ChangesThatServiceItsPageAndItsSearchEntry()
    {
        await ImportAsync(ServicesCsv.File(
            ServicesCsv.Row("change-one", ("needs", "autism;adhd"), ("cost", "free"), ("town", "Strood"), ("latitude", "51.39"), ("longitude", "0.49"), ("accessibility", "parking;bsl")),
            ServicesCsv.Row("change-two")));
        (await app.GetAsync("/services/change-one")).MainText.ShouldContain("Strood");
        await EventuallyAsync(async () => (await app.GetAsync("/services/change-one")).Response.Headers.Age is not null);

        var report = await ImportAsync(ServicesCsv.File(
            ServicesCsv.Row("change-one", ("service_name", "Ebb club"), ("needs", "adhd;vision"), ("cost", "paid"), ("town", "Rainham"), ("accessibility", "parking")),
            ServicesCsv.Row("change-two")));

        (report.Added, report.Changed, report.Unchanged).ShouldBe((0, 1, 1));
        await WithAsync(async context =>
        {
            var id = NaturalKey.Service("change-one");
            var service = await context.Services.Include(s => s.Needs).Include(s => s.Costs).Include(s => s.Places).ThenInclude(p => p.Place).Include(s => s.AccessFacts).SingleAsync(s => s.Id == id);
            service.Needs.Select(need => need.Need).ShouldBe(["adhd", "vision"], ignoreOrder: true);
            service.Costs.ShouldHaveSingleItem().Kind.ShouldBe("paid");
            service.Places.ShouldHaveSingleItem().Place!.Town.ShouldBe("Rainham");
            service.AccessFacts.ShouldHaveSingleItem().Key.ShouldBe(AccessFactKey.Parking);
            (await context.Places.AnyAsync(place => place.Town == "Strood" && place.Latitude == 51.39 && place.Longitude == 0.49)).ShouldBeFalse();

            var entry = await context.SearchEntries.SingleAsync(e => e.Id == id);
            (entry.Title, entry.Cost, entry.Where).ShouldBe(("Ebb club", "You pay. Price not known", "Rainham"));
        });
        await EventuallyAsync(async () => (await app.GetAsync("/services/change-one")).Heading == "Ebb club");
    }

    [Fact]
    public async Task Import_StaffSaidAnAccessFact_KeepsIt()
    {
        await ImportAsync(ServicesCsv.File(ServicesCsv.Row("staff-fact", ("accessibility", "parking"))));
        var id = NaturalKey.Service("staff-fact");
        await WithAsync(async context =>
        {
            await context.AccessFacts.Where(fact => fact.ServiceId == id).ExecuteUpdateAsync(set => set
                .SetProperty(fact => fact.Answer, AccessAnswer.No).SetProperty(fact => fact.Source, FactSource.Staff));
        });

        await ImportAsync(ServicesCsv.File(ServicesCsv.Row("staff-fact", ("accessibility", "parking;bsl"))));

        await WithAsync(async context =>
            (await context.AccessFacts.Where(fact => fact.ServiceId == id).Select(fact => new { fact.Key, fact.Answer }).ToListAsync())
                .ShouldBe([new { Key = AccessFactKey.Parking, Answer = AccessAnswer.No }, new { Key = AccessFactKey.Bsl, Answer = AccessAnswer.Yes }], ignoreOrder: true));
    }

    [Fact]
    public async Task Import_AddressOfAnotherService_IsAProblem()
    {
        await WithAsync(async context =>
        {
            var organisation = await context.Organisations.Select(o => o.Id).FirstAsync();
            context.Services.Add(new Service
            {
                Id = Guid.CreateVersion7(),
                Slug = "taken",
                OrganisationId = organisation,
                Name = "x",
                Summary = "x",
                Kind = "advice",
                Sureness = Sureness.NotChecked,
            });
            await context.SaveChangesAsync();
        });

        var report = await ImportAsync(ServicesCsv.File(ServicesCsv.Row("taken")));

        report.Problems.ShouldBe([new ImportProblem(2, "id", "Another service has the address /services/taken already. Choose another id.")]);
    }

    [Fact]
    public async Task Import_OrganisationContacts_AreThoseThatEveryRowStates()
    {
        await ImportAsync(ServicesCsv.File(
            ServicesCsv.Row("agree-one", ("organisation_name", "Agree Trust"), ("phone", "01632 960001"), ("email", "a@example.org")),
            ServicesCsv.Row("agree-two", ("organisation_name", "AGREE trust"), ("phone", "01632 960001"))));

        await WithAsync(async context =>
        {
            var organisation = await context.Organisations.SingleAsync(o => o.Slug == "agree-trust");
            (organisation.Name, organisation.Phone, organisation.Email).ShouldBe(("Agree Trust", "01632 960001", null));
        });
    }

    [Fact]
    public async Task Seed_ServiceThatStaffChanged_StaysAsTheyLeftIt()
    {
        await WithAsync(context => context.Services.Where(s => s.Slug == "childline").ExecuteUpdateAsync(set => set.SetProperty(s => s.Name, "Changed by staff")));
        var before = await CountRowsAsync();

        await using var scope = Scope();
        await scope.ServiceProvider.GetRequiredService<ReferenceSeeder>().SeedAsync(TestContext.Current.CancellationToken);

        (await CountRowsAsync()).ShouldBe(before);
        await WithAsync(async context => (await context.Services.SingleAsync(s => s.Slug == "childline")).Name.ShouldBe("Changed by staff"));
    }

    [Fact]
    public async Task Import_BySomebodyWithoutTheRole_IsRefused()
    {
        await using var scope = app.Services.CreateAsyncScope();

        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new ImportListings(ServicesCsv.File(ServicesCsv.Row("visitor")), DryRun: false), TestContext.Current.CancellationToken);

        outcome.Kind.ShouldBe(OutcomeKind.Forbidden);
    }

    [Fact]
    public async Task Import_ForReal_IsInTheAuditTrail()
    {
        await ImportAsync(ServicesCsv.File(ServicesCsv.Row("audited")));

        await WithAsync(async context =>
            (await context.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from platform.audit_entries where name = 'listings.services-imported' and actor_id = 'tester'").SingleAsync())
                .ShouldBeGreaterThan(0));
    }

    [Fact]
    public async Task Rebuild_EntriesOfAllServices_AreThoseThatWereWritten()
    {
        await using var scope = Scope();
        var entries = scope.ServiceProvider.GetServices<ISearchEntries>().Single(source => source.Source == "service");
        Dictionary<Guid, string> rebuilt = [];
        await foreach (var entry in entries.AllAsync(TestContext.Current.CancellationToken))
        {
            rebuilt[entry.Id] = Told(entry);
        }

        await WithAsync(async context =>
        {
            var written = await context.SearchEntries.Where(entry => entry.Url == "/services/childline" || entry.Url == "/services/demelza-kent-short-breaks").ToListAsync();
            written.Count.ShouldBe(2);
            foreach (var entry in written)
            {
                rebuilt[entry.Id].ShouldBe(Told(entry));
            }
        });

        static string Told(SearchEntry entry) => string.Join('|', entry.Url, entry.Facets, entry.Boost, entry.Who, entry.Where, entry.Cost, entry.WordsLabels, entry.WordsAbout);
    }

    [Fact]
    public async Task PublicLogin_WritingAService_IsRefusedByTheDatabase()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tester", DatabaseLogin.Public);
        var context = scope.ServiceProvider.GetRequiredService<ListingsDbContext>();

        (await context.Services.AnyAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() => context.Services.ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        refused.SqlState.ShouldBe("42501");
    }

    /// <summary>A notice of PostgreSQL reaches the host a moment after the commit.</summary>
    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not come true within half a minute.");
    }

    private AsyncServiceScope Scope() => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tester");

    private Task<ImportReport> ImportAsync(ImportFile file, bool dryRun = false) => app.ImportAsync(file, dryRun);

    private async Task WithAsync(Func<ListingsDbContext, Task> work)
    {
        await using var scope = Scope();
        await work(scope.ServiceProvider.GetRequiredService<ListingsDbContext>());
    }

    private async Task<int> CountRowsAsync()
    {
        var count = 0;
        await WithAsync(async context => count =
            await context.Services.CountAsync() + await context.Organisations.CountAsync() + await context.Places.CountAsync() + await context.Needs.CountAsync()
            + await context.CostOptions.CountAsync() + await context.AccessFacts.CountAsync() + await context.ServicePlaces.CountAsync()
            + await context.ForeignIds.CountAsync() + await context.SearchEntries.CountAsync());
        return count;
    }
}
