using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Authorization;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <param name="Route">As it is matched, for example <c>/services/{slug}</c>.</param>
/// <param name="Metadata">What guards look at.</param>
internal sealed record GuardedEndpoint(string Route, IReadOnlyList<object> Metadata)
{
    public bool IsAnonymous => Metadata.OfType<IAllowAnonymous>().Any();
}

/// <summary>Every endpoint says who may come in, and behind the three doors only the door itself is open.</summary>
internal static class EndpointRule
{
    private static readonly string[] Doors = ["staff", "my", "provider"];

    public static IEnumerable<string> Offences(IEnumerable<GuardedEndpoint> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            if (!endpoint.IsAnonymous && !endpoint.Metadata.OfType<Permission>().Any() && !endpoint.Metadata.OfType<NeedsAttribute>().Any())
            {
                yield return $"{endpoint.Route} declares neither a Permission nor [AllowAnonymous]";
            }

            if (endpoint.IsAnonymous && IsBehindADoor(endpoint.Route.Trim('/').Split('/')))
            {
                yield return $"{endpoint.Route} is open to anybody";
            }
        }
    }

    private static bool IsBehindADoor(string[] segments) =>
        Doors.Contains(segments[0], StringComparer.OrdinalIgnoreCase)
        && !(segments.Length > 1 && string.Equals(segments[1], "sign-in", StringComparison.OrdinalIgnoreCase));
}
