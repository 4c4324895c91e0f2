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

namespace Medway.LocalOffer.Listings.Features.Staff.KeepServices;

/// <summary>One thing done to many services: all of them, or none.</summary>
/// <param name="Do"><c>own</c>, <c>keep</c> or <c>archive</c>.</param>
internal sealed record ChangeMany(IReadOnlyList<Guid> Ids, string Do, string Reason) : ICommand<int>
{
    /// <summary>A page of a list and some more.</summary>
    public const int Most = 200;

    public Permission Permission => ListingsPermissions.DecideRecords;
}

internal sealed class ChangeManyValidator : AbstractValidator<ChangeMany>
{
    public ChangeManyValidator()
    {
        RuleFor(change => change.Ids).Must(ids => ids.Count > 0).WithName("Picked").OverridePropertyName("Picked").WithMessage("Pick one service or more");
        RuleFor(change => change.Ids).Must(ids => ids.Count <= ChangeMany.Most).OverridePropertyName("Picked").WithMessage($"Pick {ChangeMany.Most} or fewer");
        RuleFor(change => change.Do).Must(what => what is "own" or "keep" or "archive").WithMessage("Choose what to do with them");
        RuleFor(change => change.Reason).NotEmpty().When(change => change.Do == "archive").WithMessage("Write why you archive them")
            .MaximumLength(Limits.Note).WithMessage($"Write {Limits.Note} letters or fewer");
    }
}

internal sealed class ChangeManyHandler(ListingsDbContext context, RecordWriter writer, AuditTrail audit, Actor actor) : IRequestHandler<ChangeMany, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(ChangeMany request, CancellationToken cancellationToken)
    {
        var services = await context.Services.Where(service => request.Ids.Contains(service.Id)).ToListAsync(cancellationToken);
        if (services.Count != request.Ids.Distinct().Count())
        {
            return Outcome.Invalid("Picked", "One of these is not there any more. Look at the list again");
        }

        if (services.Find(service => service.State != RecordState.Live) is { } gone)
        {
            return Outcome.Invalid("Picked", $"“{gone.Name}” is archived already. Take it out");
        }

        var draft = await context.Revisions.Where(revision => request.Ids.Contains(revision.RecordId) && (revision.State == RevisionState.Draft || revision.State == RevisionState.Submitted))
            .Select(revision => revision.RecordId).FirstOrDefaultAsync(cancellationToken);
        if (request.Do == "archive" && draft != Guid.Empty)
        {
            return Outcome.Conflict($"“{services.Find(service => service.Id == draft)!.Name}” has an open draft. Decide that first");
        }

        foreach (var service in services)
        {
            switch (request.Do)
            {
                case "own":
                    audit.Record(context, ListingsAudit.OwnerChanged, "service", service.Id, changes: [new AuditChange("owner", service.OwnerId?.ToString(), actor.AccountId?.ToString())]);
                    service.OwnerId = actor.AccountId;
                    break;
                case "keep":
                    audit.Record(context, ListingsAudit.KeptShown, "service", service.Id, changes: [new AuditChange("keep_shown", service.KeepShown ? "yes" : "no", "yes")]);
                    service.KeepShown = true;
                    break;
                default:
                    audit.Record(context, ListingsAudit.RecordArchived, "service", service.Id, request.Reason.Trim());
                    service.State = RecordState.Archived;
                    service.ArchivedBecause = request.Reason.Trim();
                    break;
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        await writer.RefreshAsync([.. services.Select(service => service.Id)], cancellationToken);
        return services.Count;
    }
}
