using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.DecideJoin;

internal sealed record ViewJoin(Guid Id) : IQuery<JoinView>, IReadsPeople
{
    public Permission Permission => FamilyPermissions.DecideJoins;

    public AuditEvent Event => FamilyAudit.JoinSeen;

    public string SubjectKind => FamilyAudit.Join;

    public Guid? SubjectId => Id;

    public string? Purpose => "to check who asks to join";
}

/// <param name="Masked">Null when the contact point is gone.</param>
internal sealed record JoinView(Guid Id, JoinState State, DateTimeOffset CreatedAt, DateTimeOffset? DecidedAt, string? Reason, string? Masked, string? SaidName, string? SaidFor) : IShowsPeople
{
    /// <summary>Nobody's record yet: the entry stands with the request.</summary>
    public IReadOnlyList<Guid> PersonIds => [];

    public override string ToString() => nameof(JoinView);
}

internal sealed class ViewJoinHandler(AccountsDbContext context, IContactPoints points) : IRequestHandler<ViewJoin, Outcome<JoinView>>
{
    public async Task<Outcome<JoinView>> Handle(ViewJoin request, CancellationToken cancellationToken) =>
        await context.JoinRequests.AsNoTracking().SingleOrDefaultAsync(join => join.Id == request.Id && join.State != JoinState.Started, cancellationToken) is { } found
            ? new JoinView(
                found.Id, found.State, found.CreatedAt, found.DecidedAt, found.Reason, await points.MaskedAsync(found.ContactPointId, cancellationToken), found.SaidName, found.SaidFor)
            : Outcome.NotFound;
}
