using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Improvement.Tests.Seeding;

/// <summary>K21 of an instance that was loaded before anything counted it.</summary>
public sealed class CountComplaintsTests(App app) : IClassFixture<App>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OlderInstance_GetsTheFeedAndItsDefinition_UnlessSomebodyHasMadeTheNumberTheirOwn()
    {
        var fresh = await K21Async();
        await OwnerAsync("""
            update improvement.kpis set unit = 'count', feed = null, note = null where code = 'K21';
            update improvement.kpi_definitions set meaning = null, numerator = null, denominator = null, source = null, frequency = null, lag_days = null, suppression = null, by = 'somebody'
            where kpi_id = (select id from improvement.kpis where code = 'K21');
            """);

        await OwnerAsync(ImprovementSchema.CountComplaints);
        (await K21Async()).Kpi.Feed.ShouldBeNull("somebody has written down what it means");
        await OwnerAsync("update improvement.kpi_definitions set by = null where kpi_id = (select id from improvement.kpis where code = 'K21')");
        await OwnerAsync(ImprovementSchema.CountComplaints);
        await OwnerAsync(ImprovementSchema.CountComplaints);

        var now = await K21Async();
        (now.Kpi.Unit, now.Kpi.Feed, now.Kpi.Note).ShouldBe((KpiUnit.PerHundred, fresh.Kpi.Feed, fresh.Kpi.Note));
        now.Definition.Fields.ShouldBe(fresh.Definition.Fields);
        now.Words(new KpiFigure { Id = default, KpiId = default, Series = KpiFigure.Main, Until = default, Origin = FigureOrigin.Live, Source = "", AsAt = default, Value = 3.2m }).ShouldBe("3.2 for each 100");
        await OwnerAsync(ImprovementSchema.StopCountingComplaints);
        (await K21Async()).Kpi.Unit.ShouldBe(KpiUnit.Count);
    }

    private async Task<KpiState> K21Async()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return (await scope.ServiceProvider.GetRequiredService<KpiReader>().ReadAsync(only: null, Now)).Single(state => state.Kpi.Code == "K21");
    }

    private async Task OwnerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync(Now);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Now);
    }
}
