using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.NameDelivery;

/// <summary>Says who gives help of the newest final plan. Whoever is named with an address reads these words, and nothing else of the plan.</summary>
/// <param name="Email">With which they sign in; empty when nobody does.</param>
internal sealed record NameDelivery(Guid RecordId, PlanPart Part, Adviser By, string Words, string Email) : ICommand<Guid>, IActsOn
{
    public Permission Permission => EhcpPermissions.WritePlans;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class NameDeliveryValidator : AbstractValidator<NameDelivery>
{
    private const int MaximumEmail = 254;

    public NameDeliveryValidator()
    {
        RuleFor(one => one.Part).Must(PlanRules.Provision.Contains).WithMessage("Choose the section: help stands in F, G, H1 and H2");
        RuleFor(one => one.By).Must(by => Enum.IsDefined(by) && by != Adviser.Family).WithMessage("Choose who gives it");
        RuleFor(one => one.Words).NotEmpty().WithMessage("Write the help that they give, as it stands in the plan")
            .MaximumLength(PlanDelivery.MaximumWords).WithMessage($"Write {PlanDelivery.MaximumWords} letters or fewer");
        RuleFor(one => one.Email).MaximumLength(MaximumEmail).WithMessage("That is too long for an e-mail address");
    }
}

internal sealed class NameDeliveryHandler(EhcpDbContext context, PlanReader plans, IStaffNames staff, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<NameDelivery, Outcome<Guid>>
{
    private const int Most = 50;

    public async Task<Outcome<Guid>> Handle(NameDelivery request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        var record = await context.Records.AsNoTracking().SingleOrDefaultAsync(record => record.Id == request.RecordId, cancellationToken);
        if (record is null || (await plans.OfAsync(request.RecordId, cancellationToken)).FirstOrDefault(plan => plan.IsFinal) is not { Plan: { } plan })
        {
            return Outcome.NotFound;
        }

        Guid? account = null;
        if (request.Email.Trim() is { Length: > 0 } email)
        {
            account = await staff.FindAsync(email, cancellationToken);
            if (account is null)
            {
                return Outcome.Invalid(nameof(request.Email), "Nobody signs in with this address. Ask the administrator to invite them as an advice-giver first, or leave it empty");
            }
        }

        var words = request.Words.Trim();
        var named = await context.PlanDeliveries.Where(one => one.PlanId == plan.Id && one.EndedAt == null).ToListAsync(cancellationToken);
        if (named.Find(one => one.Part == request.Part && one.By == request.By && one.AccountId == account && one.Words == words) is { } same)
        {
            // Pressed twice: it is the same help.
            return same.Id;
        }

        if (named.Count >= Most)
        {
            return Outcome.Invalid(nameof(request.Words), $"{Most} are named already. Take one off first");
        }

        var now = clock.GetUtcNow();
        var delivery = new PlanDelivery
        {
            Id = Guid.CreateVersion7(now),
            PlanId = plan.Id,
            Part = request.Part,
            By = request.By,
            AccountId = account,
            Words = words,
            AddedAt = now,
            AddedBy = actor.Id,
        };
        context.PlanDeliveries.Add(delivery);
        audit.Record(
            context, EhcpAudit.DeliveryNamed, EhcRecord.Subject, record.Id, personIds: [record.ChildId],
            changes: [new AuditChange("delivery", null, $"{request.Part} {request.By} {account}")]);
        await context.SaveChangesAsync(cancellationToken);
        return delivery.Id;
    }
}
