using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.DecideJoin;

/// <summary>The officer has checked who it is. Everybody else whom we can reach for that person is told.</summary>
internal sealed record ApproveJoin(Guid Id, Guid PersonId, string Role, string Reason) : ICommand<Done>, IActsOn
{
    public Permission Permission => FamilyPermissions.DecideJoins;

    public string SubjectKind => FamilyAudit.Person;

    public Guid SubjectId => PersonId;
}

internal sealed class ApproveJoinValidator : AbstractValidator<ApproveJoin>
{
    public ApproveJoinValidator()
    {
        RuleFor(approve => approve.Role).Must(Roles.OfFamilies.Contains).WithMessage("Choose who this person is");
        RuleFor(approve => approve.Reason).MustBeAReason();
    }
}

internal sealed class ApproveJoinHandler(
    AccountsDbContext context, IContactPoints points, FamilyBinding binding, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<ApproveJoin, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ApproveJoin request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var join = await context.JoinRequests.AsNoTracking().SingleOrDefaultAsync(j => j.Id == request.Id, cancellationToken);
        if (join is null || !await context.DecideAsync(request.Id, JoinState.Approved, request.Reason.Trim(), actor, now, cancellationToken))
        {
            return Outcome.Conflict("This was decided a moment ago. Look at it again");
        }

        // The one that this person had ends; two on the same contact point cannot be.
        if (await context.FamilyAccess.AnyAsync(
            a => a.ContactPointId == join.ContactPointId && a.State == FamilyAccessState.Active, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.PersonId), "This person can sign in with it already. Tell them, and say no to the request");
        }

        var known = await points.OfPersonAsync(request.PersonId, cancellationToken);
        if (!await points.AcceptAsync(join.ContactPointId, request.PersonId, cancellationToken) && known.All(point => point.Id != join.ContactPointId))
        {
            return Outcome.Invalid(nameof(request.PersonId), "This contact point belongs to another person. Check again who it is");
        }

        var access = new Data.FamilyAccess
        {
            Id = Guid.CreateVersion7(now),
            PersonId = request.PersonId,
            Role = request.Role,
            State = FamilyAccessState.Active,
            ContactPointId = join.ContactPointId,
            InvitedBy = actor.AccountId,
            InvitedAt = now,
            Reason = request.Reason.Trim(),
        };
        await binding.BindAsync(access, cancellationToken);
        context.FamilyAccess.Add(access);
        audit.Record(context, FamilyAudit.JoinApproved, FamilyAudit.Person, request.PersonId, request.Reason.Trim(), personIds: [request.PersonId]);
        await context.SaveChangesAsync(cancellationToken);
        await binding.TellAsync(join.ContactPointId, "accounts.join-approved", $"join-approved {join.Id}", cancellationToken);
        foreach (var point in known.Where(point => point.Id != join.ContactPointId))
        {
            await binding.TellAsync(point.Id, "accounts.family-contact-added", $"family-contact-added {join.Id} {point.Id}", cancellationToken);
        }

        return default(Done);
    }
}
