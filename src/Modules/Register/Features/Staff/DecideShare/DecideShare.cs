using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.DecideShare;

/// <summary>A second person says whether an entry may be given to somebody without a yes.</summary>
internal sealed record DecideShare(Guid Id, bool? Give) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.DecideShare;
}

internal sealed class DecideShareValidator : AbstractValidator<DecideShare>
{
    public DecideShareValidator() => RuleFor(decide => decide.Give).NotNull().WithMessage("Choose yes or no").OverridePropertyName("Decision");
}

internal sealed class DecideShareHandler(RegisterDbContext context, RegisterReader reader, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<DecideShare, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DecideShare request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync($"register.share {request.Id}", cancellationToken);
        if (await context.Shares.SingleOrDefaultAsync(one => one.Id == request.Id && one.Ground != null, cancellationToken) is not { } share)
        {
            return Outcome.NotFound;
        }

        if (share.State != ShareState.Asked)
        {
            return Outcome.Conflict("Somebody has decided about this already");
        }

        if (share.MadeBy is not null && share.MadeBy == actor.Id)
        {
            return Outcome.Invalid("Decision", "You asked for this. Somebody else has to decide");
        }

        var shared = context.SharedEntries.Where(one => one.ShareId == share.Id).Select(one => one.EntryId);
        var entry = await reader.For(PublicTask.KeepTheRegister).AsNoTracking().SingleAsync(one => shared.Contains(one.Id), cancellationToken);
        (share.State, share.DecidedAt, share.DecidedBy) = (request.Give == true ? ShareState.Given : ShareState.Refused, clock.GetUtcNow(), actor.Id);
        audit.Record(
            context, request.Give != true ? RegisterAudit.ShareRefused : share.IsHidden ? RegisterAudit.SharedInSafety : RegisterAudit.SharedByLaw, Share.Subject, share.Id,
            purpose: request.Give == true ? SharedFields.InTrail(null, share.Named) : null, personIds: request.Give == true ? [.. new[] { entry.ChildId, entry.ApplicantId }.Distinct()] : [],
            changes: [new AuditChange("ground", null, share.Ground.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>What is to be decided: a reference, the ground and the reason. Nothing of what the entry says.</summary>
internal sealed record OpenDecision(Guid Id) : IQuery<DecisionView>
{
    public Permission Permission => RegisterPermissions.DecideShare;
}

internal sealed record DecisionView(Share Share, string Reference, bool IsOwn)
{
    public override string ToString() => nameof(DecisionView);
}

internal sealed class OpenDecisionHandler(RegisterDbContext context, RegisterReader reader, Actor actor) : IRequestHandler<OpenDecision, Outcome<DecisionView>>
{
    public async Task<Outcome<DecisionView>> Handle(OpenDecision request, CancellationToken cancellationToken)
    {
        if (await context.Shares.AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.Id && one.Ground != null, cancellationToken) is not { } share)
        {
            return Outcome.NotFound;
        }

        var shared = context.SharedEntries.Where(one => one.ShareId == share.Id).Select(one => one.EntryId);
        var reference = await reader.For(PublicTask.KeepTheRegister).Where(entry => shared.Contains(entry.Id)).Select(entry => entry.Reference).SingleAsync(cancellationToken);
        return new DecisionView(share, reference, share.MadeBy is not null && share.MadeBy == actor.Id);
    }
}
