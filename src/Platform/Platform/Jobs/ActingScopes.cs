using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Jobs;

public static class ActingScopes
{
    /// <summary>A scope for work that no request started. It says who acts and which login it uses before any context is made.</summary>
    /// <param name="scopes">Of the host.</param>
    /// <param name="kind">Job or Cli.</param>
    /// <param name="id">The job's name or the operating system's account.</param>
    /// <param name="login">Owner is for migrations only.</param>
    public static AsyncServiceScope CreateFor(
        this IServiceScopeFactory scopes,
        ActorKind kind,
        string id,
        DatabaseLogin login = DatabaseLogin.Private)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentLogin>().Value = login;
        scope.ServiceProvider.GetRequiredService<Actor>().Become(kind, id);
        return scope;
    }
}
