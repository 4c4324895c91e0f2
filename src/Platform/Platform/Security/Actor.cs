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

/// <summary>Who is acting in this scope. A request starts as a visitor; signing in, a job or the command line says otherwise.</summary>
public sealed class Actor
{
    private IReadOnlyList<Grant> grants = [];

    public ActorKind Kind { get; private set; } = ActorKind.Visitor;

    /// <summary>An account's or person's id, a job's name or the operating system's account; never a person's name.</summary>
    public string? Id { get; private set; }

    /// <summary>Roles with their scopes, as the database says them for this request.</summary>
    public IReadOnlyList<Grant> Grants => grants;

    public IReadOnlySet<string> RolesHeld { get; private set; } = new HashSet<string>();

    /// <summary>The account of staff and providers.</summary>
    public Guid? AccountId => Kind is ActorKind.Staff or ActorKind.Provider && Guid.TryParse(Id, out var id) ? id : null;

    /// <summary>The person behind a family's sign-in.</summary>
    public Guid? PersonId => Kind == ActorKind.Family && Guid.TryParse(Id, out var id) ? id : null;

    /// <summary>How many factors this sign-in showed: 0 for whoever is not signed in, 1 or 2.</summary>
    public int Factors { get; private set; }

    /// <summary>Roles without a limit.</summary>
    public void Become(ActorKind kind, string? id, params IEnumerable<string> roles) =>
        SignIn(kind, id, [.. roles.Select(role => new Grant(role, Scope.Everything))], factors: 0);

    /// <summary>What a sign-in found in the database; called once a request.</summary>
    public void SignIn(ActorKind kind, string? id, IReadOnlyList<Grant> held, int factors)
    {
        Kind = kind;
        Id = id;
        grants = held;
        Factors = factors;
        RolesHeld = held.Select(grant => grant.Role).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// Deny by default. Whoever can run the command line or a job on the host can already read the database, so those two hold everything.
    /// For what is not about one record. A role with a limit counts only where the permission says so: a publisher of one section is no publisher
    /// of the site.
    /// </summary>
    public bool May(Permission permission) =>
        permission == Permission.ReadPublished
        || Kind is ActorKind.Job or ActorKind.Cli
        || Through(permission).Any();

    /// <summary>The grants that give it; empty for what everybody may, and for what this actor may not.</summary>
    public IEnumerable<Grant> Through(Permission permission) => grants.Where(grant =>
        permission.DefaultRoles.Contains(grant.Role, StringComparer.Ordinal)
        && (grant.Scope.Kind == ScopeKind.Everything || permission.HoldsWithALimit));

    /// <summary>Whether it holds the permission for a record that stands in these scopes.</summary>
    public bool May(Permission permission, IReadOnlyList<Scope> standsIn) =>
        permission == Permission.ReadPublished
        || Kind is ActorKind.Job or ActorKind.Cli
        || Through(permission).Any(grant => grant.Scope.Kind == ScopeKind.Everything || standsIn.Contains(grant.Scope));
}
