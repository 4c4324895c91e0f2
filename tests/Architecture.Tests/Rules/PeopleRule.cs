using Medway.LocalOffer.Platform.Mediation;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>Whoever is shown people is written down: a request that reads them and a result that shows them go together.</summary>
internal static class PeopleRule
{
    public static IEnumerable<string> Offences(IEnumerable<Type> types) =>
        from request in types
        where request is { IsAbstract: false, IsInterface: false }
        from contract in request.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IOperation<>)
        let shows = Shows(contract.GenericTypeArguments[0])
        let reads = typeof(IReadsPeople).IsAssignableFrom(request)
        where shows != reads
        select shows
            ? $"{request.FullName} shows people and nobody writes it down: implement IReadsPeople"
            : $"{request.FullName} reads people, and its result does not say whom it shows: implement IShowsPeople";

    /// <summary>In a list too, where the mediator could not see it.</summary>
    private static bool Shows(Type result) =>
        typeof(IShowsPeople).IsAssignableFrom(result)
        || (result.IsArray && Shows(result.GetElementType()!))
        || result.GenericTypeArguments.Any(Shows);
}
