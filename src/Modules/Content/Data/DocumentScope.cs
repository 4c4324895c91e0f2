using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Data;

/// <summary>A page stands in the section of every page above it, and in its own: an editor of one branch may edit what grows there.</summary>
internal sealed class DocumentScope(ContentDbContext context) : IScope
{
    public string SubjectKind => ContentAudit.Subject;

    public async Task<IReadOnlyList<Scope>?> OfAsync(Guid subjectId, CancellationToken cancellationToken) =>
        await context.Documents.AsNoTracking().Where(document => document.Id == subjectId).Select(document => document.Path).SingleOrDefaultAsync(cancellationToken) is { } path
            ? Of(path)
            : null;

    /// <summary>For <c>/a/b</c>: a and b.</summary>
    public static IReadOnlyList<Scope> Of(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(slug => new Scope(ScopeKind.Section, slug))];

    /// <summary>The slugs that this actor's roles are limited to; null when there is no limit.</summary>
    public static IReadOnlyList<string>? LimitsOf(Actor actor, Permission permission) =>
        actor.May(permission, [])
            ? null
            : [.. actor.Through(permission).Where(grant => grant.Scope.Kind == ScopeKind.Section).Select(grant => grant.Scope.Id)];
}
