using MediatR;
using Medway.LocalOffer.Platform.Mediation;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>MediatR finds out only when a request is sent: a request without a handler, or with two, must not get that far.</summary>
internal static class HandlerRule
{
    public static IEnumerable<string> Offences(IReadOnlyList<Type> types)
    {
        var handled = types
            .Where(type => type is { IsClass: true, IsAbstract: false })
            .SelectMany(type => type.GetInterfaces())
            .Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .ToLookup(contract => contract.GenericTypeArguments[0]);
        foreach (var request in types.Where(type => type is { IsAbstract: false, IsInterface: false } && typeof(IBaseRequest).IsAssignableFrom(type)))
        {
            if (handled[request].Count() != 1)
            {
                yield return $"{request.FullName} has {handled[request].Count()} handlers";
            }

            if (!request.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IOperation<>)))
            {
                yield return $"{request.FullName} is neither IQuery nor ICommand: it would pass without a permission";
            }
        }
    }
}
