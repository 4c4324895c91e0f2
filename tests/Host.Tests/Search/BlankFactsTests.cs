using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Search;

/// <summary>What nobody has told us never hides a service. A database of its own, because it forgets facts.</summary>
[Proves("foundation")]
public sealed class BlankFactsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Get_WithAnAge_HidesOnlyWhatIsForAnotherAge()
    {
        var blank = await app.QueryAsync("select slug from listings.services where age_from is null and age_to is null");
        var tooOld = await app.QueryAsync("select slug from listings.services where age_from > 8");
        blank.ShouldNotBeEmpty();
        tooOld.ShouldNotBeEmpty();

        var found = await app.FoundAsync("/search?age=8");

        blank.Except(found).ShouldBeEmpty();
        found.Intersect(tooOld).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_WithANeed_HidesOnlyWhatIsForOtherNeeds()
    {
        // Each seeded service names its needs or says "any", so forget those of one where search looks.
        (await app.QueryAsync($"update search.entries set facets = facets & ~{Facets.AllNeeds}::bigint where url = '/services/medway-sendiass' returning url"))
            .ShouldHaveSingleItem();
        var others = await app.QueryAsync(
            "select slug from listings.services s where exists (select from listings.service_needs n where n.service_id = s.id and n.need = 'hearing') "
            + "and not exists (select from listings.service_needs n where n.service_id = s.id and n.need in ('autism', 'any'))");
        others.ShouldNotBeEmpty();

        var found = await app.FoundAsync("/search?need=autism");

        found.ShouldContain("medway-sendiass");
        found.Intersect(others).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_WithACost_HidesOnlyWhatIsKnownToCostSomethingElse()
    {
        var blank = await app.QueryAsync($"select url from search.entries where facets & {Facets.AllCosts}::bigint = 0 and url like '/services/%'");
        blank.ShouldNotBeEmpty();

        var found = await app.FoundAsync("/search?cost=free");

        blank.Select(url => url["/services/".Length..]).Except(found).ShouldBeEmpty();
        found.Count.ShouldBeLessThan((await app.FoundAsync("/search")).Count);
    }
}
