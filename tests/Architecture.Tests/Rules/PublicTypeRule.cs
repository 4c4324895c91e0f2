using MediatR;
using Medway.LocalOffer.Platform.Modularity;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>A module shows one type, its IModule; and no request can be sent from another module.</summary>
internal static class PublicTypeRule
{
    public static IEnumerable<string> OffencesInModule(string module, IReadOnlyList<Type> exported)
    {
        foreach (var type in exported.Where(type => !typeof(IModule).IsAssignableFrom(type)))
        {
            yield return $"{module} shows {type.FullName}";
        }

        if (exported.Count(typeof(IModule).IsAssignableFrom) != 1)
        {
            yield return $"{module} shows {exported.Count(typeof(IModule).IsAssignableFrom)} modules instead of one";
        }
    }

    public static IEnumerable<string> OffencesInContracts(IEnumerable<Type> exported) => exported
        .Where(type => typeof(IBaseRequest).IsAssignableFrom(type))
        .Select(type => $"{type.FullName} is a request: contracts hold notifications, records and query interfaces");
}
