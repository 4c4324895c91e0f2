using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.FinishAudit;

/// <summary>What one agency is asked to do.</summary>
internal sealed record AgencyAction(AuditAgency Agency, string Words);

/// <summary>Writes down what the auditors found, who of the board watched, and what each agency has to do. It can be done once.</summary>
/// <param name="Education">What it has to do; empty when nothing. The same for the others.</param>
internal sealed record FinishAudit(Guid Id, AuditGrade? Grade, string Observer, string Education, string Health, string SocialCare, string School, DateOnly? DueOn) : ICommand<Guid>
{
    public Permission Permission => AuditPermissions.Keep;

    public IReadOnlyList<AgencyAction> Actions =>
    [
        .. new AgencyAction[] { new(AuditAgency.Education, Education), new(AuditAgency.Health, Health), new(AuditAgency.SocialCare, SocialCare), new(AuditAgency.School, School) }
            .Where(action => !string.IsNullOrWhiteSpace(action.Words)),
    ];
}

internal sealed class FinishAuditValidator : AbstractValidator<FinishAudit>
{
    public FinishAuditValidator(TimeProvider clock)
    {
        RuleFor(audit => audit.Grade).NotNull().WithMessage("Choose how good it was");
        RuleFor(audit => audit.Observer).NotEmpty().WithMessage("Write which member of the board watched. The plan asks for one at each audit")
            .MaximumLength(AuditResult.MaximumObserver).WithMessage($"Write {AuditResult.MaximumObserver} characters or fewer");
        RuleFor(audit => audit.Education).Must((audit, _) => audit.Grade is null || AuditRules.IsGoodOrBetter(audit.Grade.Value) || audit.Actions.Count > 0)
            .WithMessage("It was not good: write what at least one agency has to do");
        foreach (var action in (Expression<Func<FinishAudit, string>>[])[audit => audit.Education, audit => audit.Health, audit => audit.SocialCare, audit => audit.School])
        {
            RuleFor(action).MaximumLength(AuditFinding.MaximumWords).WithMessage($"Write {AuditFinding.MaximumWords} characters or fewer");
        }

        RuleFor(audit => audit.DueOn).Cascade(CascadeMode.Stop)
            .NotNull().When(audit => audit.Actions.Count > 0, ApplyConditionTo.CurrentValidator).WithMessage("Write by when they have to report back")
            .Must(day => day is null || day > clock.Today()).WithMessage("This day has passed. Write a day that is still to come")
            .Must(day => day is null || day <= clock.Today().AddYears(1)).WithMessage("This day is more than a year away. Check the year");
    }
}

internal sealed class FinishAuditHandler(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<FinishAudit, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(FinishAudit request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync("improvement.audits", cancellationToken);
        if (await context.AuditItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == request.Id, cancellationToken) is not { } item)
        {
            return Outcome.NotFound;
        }

        if (await context.AuditResults.AnyAsync(result => result.ItemId == item.Id, cancellationToken))
        {
            return Outcome.Invalid("", "Somebody has written this audit down already. Nobody can change it; open the sample to read it");
        }

        var now = clock.GetUtcNow();
        var result = new AuditResult { Id = Guid.CreateVersion7(now), ItemId = item.Id, Grade = request.Grade!.Value, Observer = request.Observer.Trim(), At = now, By = actor.Id };
        context.AuditResults.Add(result);
        context.AuditFindings.AddRange(request.Actions.Select(action => new AuditFinding
        {
            Id = Guid.CreateVersion7(now),
            ItemId = item.Id,
            Agency = action.Agency,
            Action = action.Words.Trim(),
            DueOn = request.DueOn!.Value,
            At = now,
        }));
        audit.Record(context, AuditsAudit.Finished, AuditItem.Subject, item.Id, changes: [new AuditChange("grade", null, $"{result.Grade}")]);
        await context.SaveChangesAsync(cancellationToken);
        return item.DrawId;
    }
}
