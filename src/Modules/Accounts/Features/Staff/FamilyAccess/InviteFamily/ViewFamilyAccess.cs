using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.InviteFamily;

/// <summary>How one person may sign in, and where an invitation could go.</summary>
internal sealed record ViewFamilyAccess(Guid PersonId) : IQuery<FamilyAccessView>, IActsOn, IReadsPeople
{
    public Permission Permission => FamilyPermissions.Invite;

    public AuditEvent Event => FamilyAudit.Seen;

    public string SubjectKind => FamilyAudit.Person;

    public Guid SubjectId => PersonId;

    Guid? IReadsPeople.SubjectId => PersonId;

    public string Purpose => "to let you sign in";
}

/// <param name="Points">Masked.</param>
internal sealed record FamilyAccessView(Guid PersonId, IReadOnlyList<ContactPoint> Points, IReadOnlyList<FamilyAccessRow> Access) : IShowsPeople
{
    public IReadOnlyList<Guid> PersonIds => [PersonId];
}

internal sealed record FamilyAccessRow(Guid Id, string Role, FamilyAccessState State, Guid ContactPointId, DateTimeOffset InvitedAt, DateTimeOffset? BoundAt);

internal sealed class ViewFamilyAccessHandler(AccountsDbContext context, IContactPoints points)
    : IRequestHandler<ViewFamilyAccess, Outcome<FamilyAccessView>>
{
    public async Task<Outcome<FamilyAccessView>> Handle(ViewFamilyAccess request, CancellationToken cancellationToken)
    {
        var access = await context.FamilyAccess.Where(a => a.PersonId == request.PersonId && a.State != FamilyAccessState.Ended)
            .OrderBy(a => a.InvitedAt)
            .Select(a => new FamilyAccessRow(a.Id, a.Role, a.State, a.ContactPointId, a.InvitedAt, a.BoundAt))
            .ToListAsync(cancellationToken);
        return new FamilyAccessView(request.PersonId, await points.OfPersonAsync(request.PersonId, cancellationToken), access);
    }
}
