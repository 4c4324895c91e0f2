namespace Medway.LocalOffer.Platform.Security;

/// <summary>A thing somebody may do, declared beside the module that guards it. Nothing is allowed without one.</summary>
/// <param name="Name">module.things.verb, for example <c>listings.services.publish</c>.</param>
/// <param name="Description">What the holder may do, for the people who hand out roles.</param>
/// <param name="DefaultRoles">Names from <see cref="Roles"/> that hold it unless settings say otherwise.</param>
public sealed record Permission(string Name, string Description, params string[] DefaultRoles)
{
    /// <summary>
    /// True when a role with a limit (a section, a team, a caseload, a person) is enough to come in: because it is about the actor's own things, or
    /// because every operation behind it is checked against the record's scopes (<see cref="IActsOn"/>). Otherwise only a role without a limit counts.
    /// </summary>
    public bool HoldsWithALimit { get; init; }

    /// <summary>What the law says must be published: anybody may read it, without saying who they are.</summary>
    public static readonly Permission ReadPublished = new("platform.published.read", "Read what is published");
}
