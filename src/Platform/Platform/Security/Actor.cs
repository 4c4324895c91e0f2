namespace Medway.LocalOffer.Platform.Security;

/// <summary>Kinds of actor that the audit trail tells apart (blueprint §12.6).</summary>
public enum ActorKind
{
    Visitor,
    Staff,
    Family,
    Provider,
    PanelCode,
    Job,
    Cli,
}

/// <summary>Who is acting in this scope. A request starts as a visitor; a job or the command line says so itself.</summary>
public sealed class Actor
{
    public ActorKind Kind { get; private set; } = ActorKind.Visitor;

    /// <summary>An id, a job's name or the operating system's account; never a person's name.</summary>
    public string? Id { get; private set; }

    public IReadOnlySet<string> RolesHeld { get; private set; } = new HashSet<string>();

    public void Become(ActorKind kind, string? id, params IEnumerable<string> roles)
    {
        Kind = kind;
        Id = id;
        RolesHeld = roles.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// Deny by default. Whoever can run the command line or a job on the host can already read the database, so those two hold everything.
    /// </summary>
    public bool May(Permission permission) =>
        permission == Permission.ReadPublished
        || Kind is ActorKind.Job or ActorKind.Cli
        || permission.DefaultRoles.Any(RolesHeld.Contains);
}
