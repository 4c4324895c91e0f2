using Medway.LocalOffer.Testing;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
