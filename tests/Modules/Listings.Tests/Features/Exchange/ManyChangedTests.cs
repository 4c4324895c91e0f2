using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Listings.Tests.Features.Exchange;

/// <summary>Services that are there already are changed by the thousand, and what staff did to them stays.</summary>
[Proves("listings")]
public sealed class ManyChangedTests(App app) : IClassFixture<App>
{
    /// <summary>More than are written at once.</summary>
    private const int Rows = 1_050;

    [Fact]
    public async Task Import_MoreThanABatchChanged_EachIsWhatItsRowSaysNowAndWhatStaffDidStays()
    {
        (await app.ImportAsync(File("Many before", "autism", "tue 10:00-11:00 term", "Many Old Hall"))).Added.ShouldBe(Rows);
        var (archived, cared) = (NaturalKey.Service("many-3"), NaturalKey.Service("many-4"));
        var owner = Guid.CreateVersion7();
        await WithAsync(async context =>
        {
            await context.Services.Where(service => service.Id == archived).ExecuteUpdateAsync(set => set.SetProperty(service => service.State, RecordState.Archived));
            await context.SearchEntries.Where(entry => entry.Id == archived).ExecuteDeleteAsync();
            await context.Services.Where(service => service.Id == cared).ExecuteUpdateAsync(set => set.SetProperty(service => service.OwnerId, owner).SetProperty(service => service.KeepShown, true));
            return await context.AccessFacts.Where(fact => fact.ServiceId == cared && fact.Key == AccessFactKey.QuietSpace)
                .ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Answer, AccessAnswer.No).SetProperty(fact => fact.Source, FactSource.Staff));
        });

        var report = await app.ImportAsync(File("Many after", "adhd", "wed 12:00-13:00 both", "Many New Hall"));

        (report.Added, report.Changed, report.Unchanged).ShouldBe((0, Rows, 0));
        await WithAsync(async context =>
        {
            var many = context.Services.Where(service => service.Slug.StartsWith("many-"));
            (await many.CountAsync(service => service.Name.StartsWith("Many after"))).ShouldBe(Rows);
            (await many.SelectMany(service => service.Needs).GroupBy(need => need.Need).Select(group => new { group.Key, Count = group.Count() }).ToListAsync()).ShouldBe([new { Key = "adhd", Count = Rows }]);
            (await many.SelectMany(service => service.Sessions).CountAsync(session => session.Day == DayOfWeek.Wednesday)).ShouldBe(Rows);
            (await many.SelectMany(service => service.Sessions).CountAsync()).ShouldBe(Rows);
            (await many.CountAsync(service => service.Places.Any(place => place.Place!.Name == "Many New Hall"))).ShouldBe(Rows);
            (await context.Places.AnyAsync(place => place.Name == "Many Old Hall")).ShouldBeFalse("nothing is there any more");
            (await context.SearchEntries.CountAsync(entry => entry.Url.StartsWith("/services/many-") && entry.Title.StartsWith("Many after") && entry.Where == "Many New Hall")).ShouldBe(Rows - 1);
            (await context.SearchEntries.AnyAsync(entry => entry.Id == archived)).ShouldBeFalse("archived stays archived");
            var service = await context.Services.Include(row => row.AccessFacts).SingleAsync(row => row.Id == cared);
            (service.OwnerId, service.KeepShown).ShouldBe((owner, true));
            service.AccessFacts.Select(fact => (fact.Key, fact.Answer)).ShouldBe([(AccessFactKey.QuietSpace, AccessAnswer.No), (AccessFactKey.Parking, AccessAnswer.Yes)], ignoreOrder: true);
            return 0;
        });
        (await app.GetAsync("/search?q=many+after+7")).All("a[href='/services/many-7']").ShouldNotBeEmpty();

        var again = await app.ImportAsync(File("Many after", "adhd", "wed 12:00-13:00 both", "Many New Hall"));
        (again.Added, again.Changed, again.Unchanged).ShouldBe((0, 0, Rows));
    }

    [Fact]
    public async Task Import_AfterStaffPutTwoPlacesTogether_LeavesThemTogether()
    {
        await app.ImportAsync(ServicesCsv.File(ServicesCsv.Row("left-club", ("venue_name", "Left Hall")), ServicesCsv.Row("right-club", ("venue_name", "Right Hall"))));
        var (left, right) = (await PlaceAsync("Left Hall"), await PlaceAsync("Right Hall"));
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        await (await publisher.PageAsync($"/staff/listings/places/{left}/merge?into={right}")).SubmitAsync(publisher, "main form[method=post]");

        await app.ImportAsync(ServicesCsv.File(
            ServicesCsv.Row("left-club", ("venue_name", "Left Hall"), ("description", "It has something new to say.")),
            ServicesCsv.Row("late-club", ("venue_name", "Left Hall"))));

        foreach (var slug in new[] { "left-club", "late-club", "right-club" })
        {
            (await WithAsync(context => context.ServicePlaces.Where(place => context.Services.Any(service => service.Id == place.ServiceId && service.Slug == slug)).Select(place => place.PlaceId).ToListAsync()))
                .ShouldBe([right], slug);
        }

        // The last to leave the place that others were put into leaves it standing: the old one leads to it.
        await app.ImportAsync(ServicesCsv.File(new[] { "left-club", "late-club", "right-club" }.Select(slug => ServicesCsv.Row(slug, ("venue_name", "Third Hall")))));
        (await WithAsync(context => context.Places.AnyAsync(place => place.Id == right))).ShouldBeTrue();
    }

    /// <summary>What waits in an index is read by every search. The control is the same import without the trigger.</summary>
    [Fact]
    public async Task Import_LeavesNothingWaitingInTheIndexesOverWords()
    {
        await app.ImportAsync(ServicesCsv.File(Enumerable.Range(0, 40).Select(number => ServicesCsv.Row($"index-{number}"))));
        (await WaitingAsync("")).ShouldBe(0);

        await WaitingAsync("alter table search.entries disable trigger keep_rows_insert_indexed;");
        await app.ImportAsync(ServicesCsv.File(Enumerable.Range(0, 40).Select(number => ServicesCsv.Row($"waiting-{number}"))));
        (await WaitingAsync("alter table search.entries enable trigger keep_rows_insert_indexed;")).ShouldBeGreaterThan(0);
    }

    private static ImportFile File(string name, string need, string session, string hall) => ServicesCsv.File(Enumerable.Range(0, Rows).Select(number => ServicesCsv.Row(
        $"many-{number}",
        ("service_name", $"{name} {number}"),
        ("organisation_name", $"Many Trust {number % 7}"),
        ("needs", need),
        ("sessions", session),
        ("cost", "free"),
        ("venue_name", hall),
        ("accessibility", "parking;quiet_space"))));

    /// <returns>Pages of the two indexes whose rows had waited until now.</returns>
    private async Task<long> WaitingAsync(string first)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand(first + "select gin_clean_pending_list('search.ix_rows_doc') + gin_clean_pending_list('search.ix_rows_title')");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private Task<Guid> PlaceAsync(string name) => WithAsync(context => context.Places.Where(place => place.Name == name).Select(place => place.Id).SingleAsync());

    private async Task<T> WithAsync<T>(Func<ListingsDbContext, Task<T>> use)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await use(scope.ServiceProvider.GetRequiredService<ListingsDbContext>());
    }
}
