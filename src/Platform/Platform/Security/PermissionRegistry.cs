using Medway.LocalOffer.Platform.Modularity;

namespace Medway.LocalOffer.Platform.Security;

/// <summary>Every permission that a module declares, by name.</summary>
public sealed class PermissionRegistry(IReadOnlyList<IModule> modules)
{
    private readonly Dictionary<string, Permission> byName = modules.SelectMany(module => module.Permissions)
        .Distinct()
        .ToDictionary(permission => permission.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<Permission> All => byName.Values;

    /// <exception cref="InvalidOperationException">No module declares it.</exception>
    public Permission Named(string name) =>
        byName.GetValueOrDefault(name) ?? throw new InvalidOperationException($"No module declares the permission {name}.");
}
