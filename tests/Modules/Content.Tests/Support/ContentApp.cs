using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Medway.LocalOffer.Content.Tests.Support;

/// <summary>Most tests share one host on the reference data: each makes pages of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ContentApp : ICollectionFixture<App>
{
    public const string Name = "content";
}

internal static class Acting
{
    /// <summary>Sends an operation as a member of staff who is known by this id and holds this role.</summary>
    public static async Task<Outcome<T>> SendAsync<T>(this App app, Guid who, string role, IRequest<Outcome<T>> request, Scope? scope = null)
    {
        await using var services = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Staff, who.ToString("D"));
        services.ServiceProvider.GetRequiredService<Actor>().SignIn(ActorKind.Staff, who.ToString("D"), [new Grant(role, scope ?? Scope.Everything)], factors: 2);
        return await services.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Reads with the private login.</summary>
    public static async Task<T> ReadAsync<T>(this App app, Func<ContentDbContext, Task<T>> read)
    {
        await using var services = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await read(services.ServiceProvider.GetRequiredService<ContentDbContext>());
    }
}
