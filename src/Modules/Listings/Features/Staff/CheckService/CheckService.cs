using FluentValidation;
using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.CheckService;

/// <summary>A member of staff has asked whoever runs it, and the page is right.</summary>
/// <param name="How">How they found out, in one line.</param>
internal sealed record ConfirmByStaff(Guid Id, string How) : ICommand<Done>
{
    public Permission Permission => ListingsPermissions.EditRecords;
}

internal sealed class ConfirmByStaffValidator : AbstractValidator<ConfirmByStaff>
{
    public ConfirmByStaffValidator() => RuleFor(confirm => confirm.How).NotEmpty().WithMessage("Write how you found out, for example: by phone")
        .MaximumLength(Limits.Name).WithMessage($"Write {Limits.Name} letters or fewer");
}

internal sealed class ConfirmByStaffHandler(ListingsDbContext context, ServiceChecks checks, AuditTrail audit) : IRequestHandler<ConfirmByStaff, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ConfirmByStaff request, CancellationToken cancellationToken)
    {
        if (!await context.Services.AnyAsync(service => service.Id == request.Id && service.State == RecordState.Live, cancellationToken))
        {
            return Outcome.NotFound;
        }

        audit.Record(context, ListingsAudit.ServiceConfirmed, "service", request.Id, request.How.Trim());
        await checks.ConfirmAsync(request.Id, cancellationToken);
        return default(Done);
    }
}

/// <summary>Who looks after a service, whether it stays in searches when nobody confirms it, and what is done with what they told us.</summary>
/// <param name="Do"><c>own</c>, <c>leave</c>, <c>keep</c>, <c>let-go</c>, <c>ask</c> or <c>dealt-with</c>.</param>
internal sealed record CareFor(Guid Id, string Do) : ICommand<Done>
{
    public Permission Permission => ListingsPermissions.EditRecords;
}

internal sealed class CareForHandler(ListingsDbContext context, ServiceChecks checks, RecordWriter writer, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<CareFor, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CareFor request, CancellationToken cancellationToken)
    {
        var service = await context.Services.Include(service => service.Organisation)
            .SingleOrDefaultAsync(service => service.Id == request.Id && service.State == RecordState.Live, cancellationToken);
        if (service is null)
        {
            return Outcome.NotFound;
        }

        switch (request.Do)
        {
            case "own" or "leave":
                Guid? owner = request.Do == "own" ? actor.AccountId : null;
                audit.Record(context, ListingsAudit.OwnerChanged, "service", service.Id, changes: [new AuditChange("owner", service.OwnerId?.ToString(), owner?.ToString())]);
                service.OwnerId = owner;
                break;
            case "keep" or "let-go":
                if (!actor.May(ListingsPermissions.DecideRecords))
                {
                    return Outcome.Forbidden;
                }

                audit.Record(context, ListingsAudit.KeptShown, "service", service.Id, changes:
                    [new AuditChange("keep_shown", service.KeepShown ? "yes" : "no", request.Do == "keep" ? "yes" : "no")]);
                service.KeepShown = request.Do == "keep";
                break;
            case "ask":
                if (ServiceChecks.MailOf(service) is null)
                {
                    return Outcome.Invalid("", "There is no e-mail address to ask. Call them, and confirm it here");
                }

                await checks.AskAsync(service, cancellationToken);
                break;
            case "dealt-with":
                foreach (var suggestion in await context.Suggestions.Where(suggestion => suggestion.ServiceId == service.Id && suggestion.DoneAt == null).ToListAsync(cancellationToken))
                {
                    suggestion.DoneAt = clock.GetUtcNow();
                    suggestion.DoneBy = actor.AccountId;
                }

                audit.Record(context, ListingsAudit.SuggestionsDone, "service", service.Id);
                break;
            default:
                return Outcome.Invalid("", "Choose what to do");
        }

        await context.SaveChangesAsync(cancellationToken);
        await writer.RefreshAsync(RecordKind.Service, service.Id, cancellationToken);
        return default(Done);
    }
}
