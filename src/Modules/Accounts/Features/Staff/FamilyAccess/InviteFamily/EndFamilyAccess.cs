using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.InviteFamily;

/// <summary>Whoever is signed in with it is out on the next click.</summary>
internal sealed record EndFamilyAccess(Guid PersonId, Guid AccessId, string Why) : ICommand<Done>, IActsOn
{
    public Permission Permission => FamilyPermissions.Invite;

    public string SubjectKind => FamilyAudit.Person;

    public Guid SubjectId => PersonId;
}

internal sealed class EndFamilyAccessValidator : AbstractValidator<EndFamilyAccess>
{
    public EndFamilyAccessValidator() => RuleFor(end => end.Why).NotEmpty().WithMessage("Write why it ends")
        .MaximumLength(Data.FamilyAccess.MaximumReason).WithMessage($"Write {Data.FamilyAccess.MaximumReason} letters or fewer")
        .Must(reason => !reason.Any(char.IsControl)).WithMessage("Write the reason in one line");
}

internal sealed class EndFamilyAccessHandler(AccountsDbContext context, FamilyBinding binding, OneTimeLinks links, AuditTrail audit)
    : IRequestHandler<EndFamilyAccess, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EndFamilyAccess request, CancellationToken cancellationToken)
    {
        if (!await context.FamilyAccess.AnyAsync(a => a.Id == request.AccessId && a.PersonId == request.PersonId, cancellationToken))
        {
            return Outcome.NotFound;
        }

        if (await binding.EndAsync(request.AccessId, request.Why.Trim(), cancellationToken) == 0)
        {
            return Outcome.Conflict("Somebody else has ended it already");
        }

        await links.CancelAsync(LinkPurposes.FamilyInvitation, request.AccessId, cancellationToken);
        audit.Record(context, FamilyAudit.Ended, FamilyAudit.Person, request.PersonId, request.Why.Trim(), personIds: [request.PersonId]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
