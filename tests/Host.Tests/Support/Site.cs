using Medway.LocalOffer.Testing;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Medway.LocalOffer.Host.Tests;

/// <summary>Tests that only read share one host.</summary>
[CollectionDefinition(Name)]
public sealed class Site : ICollectionFixture<App>
{
    public const string Name = "site";
}

/// <summary>Addresses that the seeded services give us.</summary>
internal static class Addresses
{
    public const string Football = "/services/gills-open-disability-football";

    public const string WithErrors = "/search?q=swimming&near=Atlantis&age=eight&kind=nonsense&need=autism";

    public const string NothingFound = "/search?q=xqzvw";

    /// <summary>One of every kind of page that answers 200, except an organisation's: its address is read from a service's page.</summary>
    public static readonly IReadOnlyList<string> Pages =
    [
        "/",
        "/search",
        "/search?q=autism&near=ME7&age=8",
        NothingFound,
        WithErrors,
        Football,
        "/about/accessibility-statement",
        "/about/privacy",
    ];

    public static async Task<string> OrganisationAsync(App app) =>
        (await app.GetAsync(Football)).One("a[href^='/organisations/']").GetAttribute("href")!;
}
