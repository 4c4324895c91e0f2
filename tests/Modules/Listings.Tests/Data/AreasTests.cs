using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Data;

/// <summary>Areas lie in one another: from any of them the way leads up to the country, and never to a smaller one.</summary>
[Collection(Reading.Name)]
[Proves("listings")]
public sealed class AreasTests(App app)
{
    [Fact]
    public async Task Areas_ThatComeWithTheProduct_LieInOneAnotherUpToTheCountry()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var areas = await scope.ServiceProvider.GetRequiredService<ListingsDbContext>().Areas.AsNoTracking().ToDictionaryAsync(area => area.Code, TestContext.Current.CancellationToken);

        areas.Count.ShouldBeGreaterThan(30);
        foreach (var area in areas.Values)
        {
            var (at, steps) = (area, 0);
            while (at.ParentCode is { } parent)
            {
                ((int)areas[parent].Kind).ShouldBeLessThanOrEqualTo((int)at.Kind, $"{parent} round {at.Code}");
                at = areas[parent];
                (++steps).ShouldBeLessThan(10, area.Code);
            }

            at.Code.ShouldBe("united-kingdom", area.Code);
        }

        areas.Values.Where(area => area.Kind == AreaKind.Town).ShouldAllBe(area => area.ParentCode == "medway" && area.Latitude != null);
    }
}
