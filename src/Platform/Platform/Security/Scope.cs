namespace Medway.LocalOffer.Platform.Security;

/// <summary>What a role, or a record, can be limited to.</summary>
public enum ScopeKind
{
    /// <summary>No limit.</summary>
    Everything,

    /// <summary>One organisation of the directory; id: the organisation's.</summary>
    Organisation,

    /// <summary>One branch of the site's pages; id: its slug.</summary>
    Section,

    /// <summary>One team of staff; id: the team's name.</summary>
    Team,

    /// <summary>What one member of staff looks after; id: the account's.</summary>
    Caseload,

    /// <summary>One person's record; id: the person's.</summary>
    Person,
}

/// <param name="Id">Empty for Everything.</param>
public readonly record struct Scope(ScopeKind Kind, string Id)
{
    public static readonly Scope Everything = new(ScopeKind.Everything, "");

    public static Scope Of(ScopeKind kind, Guid id) => new(kind, id.ToString("D"));

    public override string ToString() => Kind == ScopeKind.Everything ? "everything" : $"{Kind.ToString().ToLowerInvariant()} {Id}";
}

/// <summary>A role as somebody holds it: a Publisher of one section may publish that section.</summary>
public readonly record struct Grant(string Role, Scope Scope);

/// <summary>
/// Says which scopes a record stands in, so that the mediator can check a permission against it before the handler runs. A request for a
/// record of that kind implements <see cref="IActsOn"/>.
/// </summary>
public interface IScope
{
    /// <summary>Lower_snake, as in the audit trail, for example <c>person</c>.</summary>
    string SubjectKind { get; }

    /// <returns>Every scope the record stands in; null when there is no such record.</returns>
    Task<IReadOnlyList<Scope>?> OfAsync(Guid subjectId, CancellationToken cancellationToken);
}

/// <summary>
/// A request about one record. Without a grant whose scope covers it the answer is NotFound: whoever may not see a record must not learn
/// that it exists (blueprint §12.2).
/// </summary>
public interface IActsOn
{
    string SubjectKind { get; }

    Guid SubjectId { get; }
}
