using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Testing;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Medway.LocalOffer.Listings.Tests.Support;

/// <summary>Tests that only read share one host on the reference data; those that import have their own.</summary>
[CollectionDefinition(Name)]
public sealed class Reading : ICollectionFixture<App>
{
    public const string Name = "reading";
}
