using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class LoadedCalendarsTests(PostgresCluster cluster)
{
    private static readonly DateOnly EarlyMay = new(2026, 5, 4);

    [Fact]
    public async Task Seed_Twice_LoadsEachYearOnce_AndLeavesWhatStaffChanged()
    {
        await using var prepared = await TestApp.StartAsync(cluster);
        await using var app = Seeded(prepared);
        await SeedAsync(app);
        app.Get<LoadedCalendars>().WorkingDays.HolidayOn(EarlyMay).ShouldBe("Early May bank holiday");
        app.Get<LoadedCalendars>().SchoolTerms.All.Count.ShouldBe(18);

        await app.SqlAsync("update platform.bank_holidays set date = '2026-05-08' where date = '2026-05-04'");
        await app.SqlAsync("delete from platform.bank_holidays where date >= '2028-01-01'");
        await SeedAsync(app);
        app.Get<LoadedCalendars>().Forget();

        var days = app.Get<LoadedCalendars>().WorkingDays;
        days.IsWorkingDay(EarlyMay).ShouldBeTrue();
        days.IsWorkingDay(new(2026, 5, 8)).ShouldBeFalse();
        days.LastDay.ShouldBe(new DateOnly(2028, 12, 31));
        (await app.AskAsync<long>("select count(*) from platform.bank_holidays")).ShouldBe(40);
    }

    [Fact]
    public async Task PublicLogin_Reads_AndCannotChange()
    {
        await using var prepared = await TestApp.StartAsync(cluster);
        await using var app = Seeded(prepared);
        await SeedAsync(app);
        await using var scope = app.Scope(DatabaseLogin.Public);

        scope.ServiceProvider.GetRequiredService<WorkingDays>().Covers(EarlyMay).ShouldBeTrue();
        scope.ServiceProvider.GetRequiredService<SchoolTerms>().TermOn(EarlyMay)!.Number.ShouldBe(5);
        (await Should.ThrowAsync<PostgresException>(() => app.SqlAsync("delete from platform.bank_holidays", DatabaseLogin.Public)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => app.SqlAsync("update platform.school_terms set note = ''", DatabaseLogin.Public)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static TestApp Seeded(TestApp prepared) => prepared.Another(
        more: services => services.AddScoped<CalendarSeeder>(),
        settings: new Dictionary<string, string?> { ["Seeds:Root"] = Repository.At("seeds") });

    private static async Task SeedAsync(TestApp app)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<CalendarSeeder>().SeedAsync(TestContext.Current.CancellationToken);
    }
}
