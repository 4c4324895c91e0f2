using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Data;

/// <summary>However something that a service shows is written, by a row or by thousands, the service counts as changed, and no other does.</summary>
[Proves("listings")]
public sealed class ServiceChangesTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("its own row")]
    [InlineData("a list by save")]
    [InlineData("a list by copy")]
    [InlineData("a row of a list")]
    [InlineData("a row taken out")]
    [InlineData("who runs it")]
    [InlineData("its place")]
    public async Task Write_InAnyWay_MarksThatServiceAndNoOther(string way)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ListingsDbContext>();
        if (!await context.Services.AnyAsync(service => service.Slug == "changes-a", TestContext.Current.CancellationToken))
        {
            var import = scope.ServiceProvider.GetServices<Platform.Imports.IImport>().Single(import => import.Name == "listings");
            await scope.ServiceProvider.GetRequiredService<Platform.Imports.ImportRuns>().RunAsync(import, ServicesCsv.File(Row("a"), Row("b")), false, TestContext.Current.CancellationToken);
        }

        context.ChangeTracker.Clear();
        var (before, otherBefore) = (await AtAsync(context, "a"), await AtAsync(context, "b"));

        await WriteAsync(context, NaturalKey.Service("changes-a"), way);

        (await AtAsync(context, "a")).ShouldBeGreaterThan(before, way);
        (await AtAsync(context, "b")).ShouldBe(otherBefore, way);
    }

    private static async Task WriteAsync(ListingsDbContext context, Guid id, string way)
    {
        switch (way)
        {
            case "its own row":
                await context.Services.Where(service => service.Id == id).ExecuteUpdateAsync(set => set.SetProperty(service => service.Phone, "01632 960099"));
                break;
            case "a list by save":
                context.Add(new ServiceLanguage { ServiceId = id, Code = "pl" });
                await context.SaveChangesAsync();
                break;
            case "a list by copy":
                await context.CopyAsync([new ServiceLanguage { ServiceId = id, Code = "ro" }], TestContext.Current.CancellationToken);
                break;
            case "a row of a list":
                await context.CostOptions.Where(cost => cost.ServiceId == id).ExecuteUpdateAsync(set => set.SetProperty(cost => cost.Note, "Ask"));
                break;
            case "a row taken out":
                await context.Needs.Where(need => need.ServiceId == id).ExecuteDeleteAsync();
                break;
            case "who runs it":
                await context.Organisations.Where(o => o.Slug == "changes-a-trust").ExecuteUpdateAsync(set => set.SetProperty(o => o.Phone, "01632 960098"));
                break;
            default:
                await context.Places.Where(place => place.Name == "Changes A Hall").ExecuteUpdateAsync(set => set.SetProperty(place => place.Town, "Strood"));
                break;
        }
    }

    private static Dictionary<string, string> Row(string letter) => ServicesCsv.Row(
        $"changes-{letter}", ("organisation_name", $"Changes {letter} Trust"), ("venue_name", $"Changes {letter.ToUpperInvariant()} Hall"), ("needs", "autism"), ("cost", "free"));

    private static Task<DateTimeOffset> AtAsync(ListingsDbContext context, string letter)
    {
        var id = NaturalKey.Service($"changes-{letter}");
        return context.ServiceChanges.AsNoTracking().Where(change => change.ServiceId == id).Select(change => change.ChangedAt).SingleAsync(TestContext.Current.CancellationToken);
    }
}
