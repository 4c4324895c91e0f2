using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Audits;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Improvement.Features.Staff.NameGuest;

/// <summary>From now on this guest speaks for an agency, and reports back on what audits asked of it. Who spoke before stays written down.</summary>
/// <param name="Email">The address that they sign in with.</param>
/// <param name="Agency">Null: for none.</param>
internal sealed record NameGuest(string Email, AuditAgency? Agency) : ICommand<Guid>
{
    public const int MaximumEmail = 254;

    public Permission Permission => AuditPermissions.NameGuests;
}

internal sealed class NameGuestValidator : AbstractValidator<NameGuest>
{
    public NameGuestValidator()
    {
        RuleFor(guest => guest.Email).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write the e-mail address that they sign in with")
            .MaximumLength(NameGuest.MaximumEmail).WithMessage($"Write {NameGuest.MaximumEmail} characters or fewer");
        RuleFor(guest => guest.Agency).Must(agency => agency is null || Enum.IsDefined(agency.Value)).WithMessage("Choose an agency of the list, or none");
    }
}

internal sealed class NameGuestHandler(ImprovementDbContext context, AgencyReader agencies, IStaffNames names, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<NameGuest, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(NameGuest request, CancellationToken cancellationToken)
    {
        if (await names.FindAsync(request.Email, cancellationToken) is not { } account)
        {
            return Outcome.Invalid(nameof(request.Email), "Nobody signs in with this address, or they have left. Check it, or ask the administrator to invite them");
        }

        var before = (await agencies.GuestsAsync(cancellationToken)).TryGetValue(account, out var agency) ? $"{agency}" : null;
        var now = clock.GetUtcNow();
        var guest = new AgencyGuest { Id = Guid.CreateVersion7(now), AccountId = account, Agency = request.Agency, At = now, By = actor.Id };
        context.AgencyGuests.Add(guest);
        audit.Record(context, AuditsAudit.GuestNamed, AgencyGuest.Subject, guest.Id, changes: [new AuditChange("agency", before, request.Agency?.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        return guest.Id;
    }
}
