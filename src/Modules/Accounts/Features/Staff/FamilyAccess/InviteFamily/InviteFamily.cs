using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.InviteFamily;

/// <summary>Sends a link to a verified contact point of this person. No page shows it: whoever invites must not be able to come in by it.</summary>
internal sealed record InviteFamily(Guid PersonId, Guid Point, string Role, string Reason) : ICommand<InvitedFamily>, IActsOn
{
    public Permission Permission => FamilyPermissions.Invite;

    public string SubjectKind => FamilyAudit.Person;

    public Guid SubjectId => PersonId;
}

/// <param name="Path">For the command line, in development.</param>
internal sealed record InvitedFamily(Guid AccessId, string Path);

internal sealed class InviteFamilyValidator : AbstractValidator<InviteFamily>
{
    public InviteFamilyValidator()
    {
        RuleFor(invite => invite.Role).Must(Roles.OfFamilies.Contains).WithMessage("Choose who this person is");
        RuleFor(invite => invite.Reason).NotEmpty().WithMessage("Write why")
            .MaximumLength(Data.FamilyAccess.MaximumReason).WithMessage($"Write {Data.FamilyAccess.MaximumReason} letters or fewer")
            .Must(reason => !reason.Any(char.IsControl)).WithMessage("Write the reason in one line");
    }
}

internal sealed class InviteFamilyHandler(
    AccountsDbContext context, IContactPoints points, OneTimeLinks links, IMessages messages, FamilyBinding binding, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<InviteFamily, Outcome<InvitedFamily>>
{
    public async Task<Outcome<InvitedFamily>> Handle(InviteFamily request, CancellationToken cancellationToken)
    {
        if ((await points.OfPersonAsync(request.PersonId, cancellationToken)).All(point => point.Id != request.Point))
        {
            return Outcome.Invalid(nameof(request.Point), "Choose where the invitation goes");
        }

        await binding.OneAtATimeAsync(cancellationToken);

        // Each parent comes in alone: a sign-in that two people can open is nobody's.
        if (await context.FamilyAccess.AnyAsync(a => a.ContactPointId == request.Point && a.State == FamilyAccessState.Active, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Point), "Somebody signs in with this one already. End that first, or choose another");
        }

        foreach (var open in await context.FamilyAccess.AsNoTracking()
            .Where(a => a.PersonId == request.PersonId && a.State == FamilyAccessState.Invited).Select(a => a.Id).ToListAsync(cancellationToken))
        {
            await binding.EndAsync(open, "Invited again", cancellationToken);
            await links.CancelAsync(LinkPurposes.FamilyInvitation, open, cancellationToken);
        }

        var now = clock.GetUtcNow();
        var access = new Data.FamilyAccess
        {
            Id = Guid.CreateVersion7(now),
            PersonId = request.PersonId,
            Role = request.Role,
            State = FamilyAccessState.Invited,
            ContactPointId = request.Point,
            InvitedBy = actor.AccountId,
            InvitedAt = now,
            Reason = request.Reason.Trim(),
        };
        context.FamilyAccess.Add(access);
        audit.Record(context, FamilyAudit.Invited, FamilyAudit.Person, request.PersonId, access.Reason, personIds: [request.PersonId]);
        await context.SaveChangesAsync(cancellationToken);
        var path = "/link/" + await links.CreateAsync(LinkPurposes.FamilyInvitation, access.Id, LinkPurposes.Life, uses: 1, cancellationToken);
        await messages.RequestAsync(
            new MessageRequest(LinkPurposes.FamilyInvitation, $"family-invitation {access.Id}", request.Point, null, new Dictionary<string, string> { ["path"] = path }),
            cancellationToken);
        return new InvitedFamily(access.Id, path);
    }
}
