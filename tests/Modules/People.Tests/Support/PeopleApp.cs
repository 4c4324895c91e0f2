using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.People.Tests;

/// <summary>Most tests share one host: each makes a family of its own. Those that move the clock have a host of their own.</summary>
[CollectionDefinition(Name)]
public sealed class PeopleApp : ICollectionFixture<App>
{
    public const string Name = "people";
}

internal static class Given
{
    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public static AsyncServiceScope Scope(this App app) => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");

    public static async Task<T> AskAsync<T>(this App app, Func<PeopleDbContext, Task<T>> ask)
    {
        await using var scope = app.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<PeopleDbContext>());
    }

    /// <summary>Asks a service of the module.</summary>
    public static async Task<T> AskAsync<TService, T>(this App app, Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = app.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Names of what the audit trail holds about a person, oldest first.</summary>
    public static Task<List<string>> TrailOfAsync(this App app, Guid personId) => app.AskAsync(context => context.Database
        .SqlQuery<string>($"select name as \"Value\" from platform.audit_entries where person_ids @> array[{personId}] order by at, id").ToListAsync(Now));
}
