using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Leads;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Improvement.Features.Staff.NameLead;

/// <summary>From now on this colleague holds a lead role of the plan. Who held it before stays written down, and so do their updates.</summary>
/// <param name="Email">The address that they sign in with; empty when nobody holds it.</param>
internal sealed record NameLead(string Role, string Email) : ICommand<Guid>
{
    public const int MaximumEmail = 254;

    public Permission Permission => ImprovementPermissions.NameLeads;
}

internal sealed class NameLeadValidator : AbstractValidator<NameLead>
{
    public NameLeadValidator()
    {
        RuleFor(lead => lead.Role).NotEmpty().WithMessage("Choose a role of the plan");
        RuleFor(lead => lead.Email).MaximumLength(NameLead.MaximumEmail).WithMessage($"Write {NameLead.MaximumEmail} characters or fewer");
    }
}

internal sealed class NameLeadHandler(ImprovementDbContext context, LeadReader leads, IStaffNames names, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<NameLead, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(NameLead request, CancellationToken cancellationToken)
    {
        if ((await leads.ReadAsync(cancellationToken)).All(lead => lead.Role != request.Role))
        {
            return Outcome.Invalid(nameof(request.Role), "Choose a role of the plan");
        }

        Guid? account = null;
        if (!string.IsNullOrWhiteSpace(request.Email) && (account = await names.FindAsync(request.Email, cancellationToken)) is null)
        {
            return Outcome.Invalid(nameof(request.Email), "Nobody signs in with this address, or they have left. Check it, or ask the administrator to invite them");
        }

        var before = (await leads.HoldersAsync(cancellationToken)).TryGetValue(request.Role, out var held) ? $"{held:D}" : null;
        var now = clock.GetUtcNow();
        var holder = new LeadHolder { Id = Guid.CreateVersion7(now), Role = request.Role, AccountId = account, At = now, By = actor.Id };
        context.LeadHolders.Add(holder);
        audit.Record(context, ImprovementAudit.LeadNamed, LeadHolder.Subject, holder.Id, changes: [new AuditChange("account", before, account is null ? null : $"{account:D}")]);
        await context.SaveChangesAsync(cancellationToken);
        return holder.Id;
    }
}
