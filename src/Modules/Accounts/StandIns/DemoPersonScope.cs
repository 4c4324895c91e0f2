using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts.StandIns;

/// <summary>Until People exists: a person stands in no team and no caseload, only in their own record.</summary>
internal sealed class DemoPersonScope(IContactPoints points) : IScope
{
    public string SubjectKind => "person";

    public async Task<IReadOnlyList<Scope>?> OfAsync(Guid subjectId, CancellationToken cancellationToken) =>
        (await points.OfPersonAsync(subjectId, cancellationToken)).Count > 0 ? [Scope.Of(ScopeKind.Person, subjectId)] : null;
}
