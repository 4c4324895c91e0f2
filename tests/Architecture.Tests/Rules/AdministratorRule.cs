using System.Runtime.CompilerServices;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>Who hands out roles and looks after the machine reads nothing of a person: no request that shows people is open to a Platform administrator.</summary>
internal static class AdministratorRule
{
    public static IEnumerable<string> Offences(IEnumerable<Type> types) =>
        from request in types
        where request is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false } && typeof(IReadsPeople).IsAssignableFrom(request)
        where PermissionOf(request).DefaultRoles.Contains(Roles.PlatformAdministrator)
        select $"{request.FullName} shows people to a Platform administrator";

    /// <summary>A request says its permission whatever it asks for, so an empty one will do.</summary>
    private static Permission PermissionOf(Type request) =>
        ((IDeclarePermission)RuntimeHelpers.GetUninitializedObject(request)).Permission;
}
