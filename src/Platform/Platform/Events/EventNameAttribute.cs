using System.Reflection;

namespace Medway.LocalOffer.Platform.Events;

/// <summary>The name under which an event is stored. It outlives the class: a new shape gets a new version, not a new meaning.</summary>
/// <param name="name"><c>module.noun-verb.v1</c>, for example <c>listings.service-published.v1</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <exception cref="InvalidOperationException">The type carries no name.</exception>
    internal static string Of(Type type) =>
        type.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.Name} is published as an event but has no [EventName].");
}
