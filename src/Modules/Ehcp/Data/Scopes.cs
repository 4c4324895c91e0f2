using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>In which caseload and team a record stands, and about which child it is.</summary>
internal sealed class RecordScope(EhcpDbContext context) : IScope
{
    public string SubjectKind => EhcRecord.Subject;

    public async Task<IReadOnlyList<Scope>?> OfAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var record = await context.Records.AsNoTracking().Where(record => record.Id == subjectId)
            .Select(record => new { record.CoordinatorId, record.CoverId, record.Team, record.ChildId, record.LoggedForId }).SingleOrDefaultAsync(cancellationToken);
        return record is null ? null : [.. Of(record.CoordinatorId, record.CoverId, record.Team), .. new Guid?[] { record.ChildId, record.LoggedForId }.OfType<Guid>().Select(id => Scope.Of(ScopeKind.Person, id))];
    }

    public static IEnumerable<Scope> Of(Guid coordinatorId, Guid? coverId, string? team)
    {
        yield return Scope.Of(ScopeKind.Caseload, coordinatorId);
        if (coverId is { } cover)
        {
            yield return Scope.Of(ScopeKind.Caseload, cover);
        }

        if (!string.IsNullOrEmpty(team))
        {
            yield return new Scope(ScopeKind.Team, team);
        }
    }

    /// <summary>The records that this actor may see by this permission: the same rule as a list.</summary>
    public static IQueryable<EhcRecord> Within(IQueryable<EhcRecord> records, Actor actor, Permission permission)
    {
        if (actor.Kind is ActorKind.Job or ActorKind.Cli)
        {
            return records;
        }

        var scopes = actor.Through(permission).Select(grant => grant.Scope).ToList();
        if (scopes.Any(scope => scope.Kind == ScopeKind.Everything))
        {
            return records;
        }

        var caseloads = Ids(scopes, ScopeKind.Caseload);
        var children = Ids(scopes, ScopeKind.Person);
        var teams = scopes.Where(scope => scope.Kind == ScopeKind.Team).Select(scope => scope.Id).ToList();
        return records.Where(record => caseloads.Contains(record.CoordinatorId) || caseloads.Contains(record.CoverId!.Value) || children.Contains(record.ChildId) || children.Contains(record.LoggedForId!.Value) || teams.Contains(record.Team!));
    }

    private static List<Guid> Ids(IEnumerable<Scope> scopes, ScopeKind kind) =>
        [.. scopes.Where(scope => scope.Kind == kind).Select(scope => Guid.TryParse(scope.Id, out var id) ? id : (Guid?)null).OfType<Guid>()];
}

/// <summary>A child, and the adults round them, stand in the caseload and team of the child's record.</summary>
internal sealed class PersonScopes(EhcpDbContext context) : IPersonScopes
{
    public async Task<ILookup<Guid, Scope>> OfAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        (await context.Records.AsNoTracking().Where(record => personIds.Contains(record.ChildId))
            .Select(record => new { record.ChildId, record.CoordinatorId, record.CoverId, record.Team }).ToListAsync(cancellationToken))
        .SelectMany(record => RecordScope.Of(record.CoordinatorId, record.CoverId, record.Team).Select(scope => (record.ChildId, Scope: scope)))
        .ToLookup(pair => pair.ChildId, pair => pair.Scope);
}
