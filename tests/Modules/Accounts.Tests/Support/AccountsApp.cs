using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Accounts.Tests;

/// <summary>Most tests share one host: each signs in as an account of its own. Those that move the clock have a host of their own.</summary>
[CollectionDefinition(Name)]
public sealed class AccountsApp : ICollectionFixture<App>
{
    public const string Name = "accounts";
}
